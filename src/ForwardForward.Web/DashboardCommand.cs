using ForwardForward.Web.Health;
using ForwardForward.Web.Options;
using Microsoft.AspNetCore.Connections;

namespace ForwardForward.Web;

/// <summary>The program as the command line sees it: reads the options, runs the application, turns what is wrong with them into a sentence.</summary>
public static class DashboardCommand
{
    /// <summary>Runs until it is told to stop, be it while it starts. Exit code 0; 2 after a bad option; 1 when the address or the data directory is taken, or a health check fails.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        try
        {
            var options = DashboardArguments.Parse(args);
            if (options.Help)
            {
                DashboardArguments.WriteHelp(output);
                return 0;
            }

            if (options.HealthCheck)
            {
                return await HealthProbe.RunAsync(options.Urls, error);
            }

            await using var application = DashboardApplication.Create(options);
            await application.StartAsync();
            await output.WriteLineAsync(application.Greeting);
            await application.WaitForShutdownAsync();
            return 0;
        }
        catch (OptionException problem)
        {
            await error.WriteLineAsync(problem.Message);
            return 2;
        }
        catch (OperationCanceledException)
        {
            // Told to end before it had started.
            return 0;
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            await error.WriteLineAsync($"{problem.Message} Name another with --urls, for instance --urls http://localhost:5001.");
            return 1;
        }
        catch (IOException problem)
        {
            await error.WriteLineAsync(problem.Message);
            return 1;
        }
    }
}
