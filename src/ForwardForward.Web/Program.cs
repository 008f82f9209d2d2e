using ForwardForward.Web;

return await DashboardCommand.RunAsync(args, Console.Out, Console.Error);
