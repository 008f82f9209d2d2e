using ForwardForward.Cli;
using ForwardForward.Data.Downloads;

AppContext.SetSwitch(DownloadOptions.Switch, true);
using var terminal = Terminal.OfProcess();
return await CommandLine.RunAsync(args, terminal);
