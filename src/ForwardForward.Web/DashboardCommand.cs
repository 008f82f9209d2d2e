using ForwardForward.Web.Options;

namespace ForwardForward.Web;

/// <summary>The program as the command line sees it: reads the options, runs the application, turns a bad option into a sentence.</summary>
public static class DashboardCommand
{
    /// <summary>Runs until it is told to stop. Exit code 0, or 2 after a bad option.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        try
        {
            await using var application = DashboardApplication.Create(DashboardOptions.Parse(args));
            await application.RunAsync();
            return 0;
        }
        catch (OptionException problem)
        {
            await error.WriteLineAsync(problem.Message);
            return 2;
        }
    }
}
