using System.Globalization;
using BenchmarkDotNet.Running;
using ForwardForward.Benchmarks.Live;

// live [SECONDS]             the web application under a real run: classifying, controls, one viewer
// viewers [COUNT] [SECONDS]  many viewers at once, and one who never reads
// soak [MINUTES]             memory under ten times the usual rate of events
// Anything else goes to BenchmarkDotNet, for instance --filter '*Product*'.
int Number(int index, int usual) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : usual;
switch (args)
{
    case ["live", ..]:
        return await LiveBenchmark.RunAsync(Number(1, 10), Console.Out);
    case ["viewers", ..]:
        return await ViewersBenchmark.RunAsync(Number(1, 20), Number(2, 10), Console.Out);
    case ["soak", ..]:
        return await SoakBenchmark.RunAsync(Number(1, 30), Console.Out);
    case [ViewerProcess.Verb, .. var arguments]:
        return await ViewerProcess.WatchAsync(arguments);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(LiveBenchmark).Assembly).Run(args);
        return 0;
}
