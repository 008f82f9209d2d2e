using BenchmarkDotNet.Running;
using ForwardForward.Benchmarks.Live;

// live [SECONDS]: the web application under a real run; anything else goes to BenchmarkDotNet, for instance --filter '*Product*'.
if (args is ["live", ..])
{
    return await LiveBenchmark.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 10, Console.Out);
}

BenchmarkSwitcher.FromAssembly(typeof(LiveBenchmark).Assembly).Run(args);
return 0;
