using ForwardForward.Data.Downloads;
using ForwardForward.Web;

AppContext.SetSwitch(DownloadOptions.Switch, true);
return await DashboardCommand.RunAsync(args, Console.Out, Console.Error);
