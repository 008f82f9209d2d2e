using ForwardForward.Web.Options;

namespace ForwardForward.Web.Tests.Options;

public sealed class DashboardArgumentsTests
{
    [Fact]
    public void All_options_are_read()
    {
        var options = DashboardArguments.Parse(["--urls", "http://127.0.0.1:8080;http://[::1]:8080", "--data=/tmp/a b", "--datasets", "/sets", "--threads", "2"]);

        Assert.Equal(
            new DashboardOptions { Urls = "http://127.0.0.1:8080;http://[::1]:8080", DataDirectory = "/tmp/a b", DataSetsFolder = "/sets", Threads = 2 }, options);
        Assert.Equal(2, options.ForRuns().Threads);
        Assert.Equal("/sets", options.ForDataSets().ReadOnlyFolder);
        Assert.Equal(Path.Combine("/tmp/a b", "datasets"), options.ForDataSets().Folder);
    }

    [Fact]
    public void The_last_value_of_an_option_counts() =>
        Assert.Equal(new DashboardOptions { Threads = 3, DataDirectory = "@b" }, DashboardArguments.Parse(["--threads", "2", "--data", "a", "--threads=3", "--data=@b"]));

    [Fact]
    public void Options_without_a_value_are_read() =>
        Assert.Equal(new DashboardOptions { Help = true, HealthCheck = true }, DashboardArguments.Parse(["-h", "--health-check"]));

    [Theory]
    [InlineData("There is no option 'b'; there are --urls, --data, --datasets, --threads, --health-check and --help.", "--data", "a", "b")]
    [InlineData("There is no option '--version'; there are --urls, --data, --datasets, --threads, --health-check and --help.", "--version")]
    [InlineData("There is no option 'no'; there are --urls, --data, --datasets, --threads, --health-check and --help.", "--health-check", "no")]
    [InlineData("Option --data needs a folder after it.", "--data", "a", "--data")]
    [InlineData("Option --data needs a folder after it.", "--data", "--colour")]
    [InlineData("Option --data needs a folder after it.", "--data=")]
    [InlineData("Option --urls needs an address such as http://127.0.0.1:5000 after it.", "--urls", "--threads", "2")]
    [InlineData("Option --threads must be a whole number from 1 to 256; got '1.5'.", "--threads", "1.5")]
    public void What_is_wrong_is_one_sentence(string sentence, params string[] arguments) =>
        Assert.Equal(sentence, Assert.Throws<OptionException>(() => DashboardArguments.Parse(arguments)).Message);

    [Theory]
    [InlineData("--colour", "red", "--colour")]
    [InlineData("train", "", "train")]
    [InlineData("--threads", "0", "1 to 256")]
    [InlineData("--threads", "257", "257")]
    [InlineData("--threads", "two", "two")]
    [InlineData("--threads", "-1", "-1")]
    [InlineData("--threads", "", "1 to 256")]
    [InlineData("--data", "--urls", "--data")]
    [InlineData("--urls", "localhost:5000", "localhost:5000")]
    [InlineData("--urls", "http://localhost:70000", "70000")]
    [InlineData("--urls", "ftp://localhost:21", "ftp")]
    public async Task A_bad_option_is_a_sentence_and_exit_code_2(string option, string value, string word)
    {
        using var error = new StringWriter();

        var code = await DashboardCommand.RunAsync([option, value], TextWriter.Null, error);

        Assert.Equal(2, code);
        Assert.Contains(word, error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith($".{Environment.NewLine}", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_place_of_the_data_directory_is_a_sentence_and_exit_code_2()
    {
        var file = Path.GetTempFileName();
        using var error = new StringWriter();

        var code = await DashboardCommand.RunAsync(["--data", file, "--urls", "http://127.0.0.1:0"], TextWriter.Null, error);

        Assert.Equal(2, code);
        Assert.Contains(file, error.ToString(), StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task A_missing_folder_of_data_sets_is_a_sentence_and_exit_code_2()
    {
        using var error = new StringWriter();

        Assert.Equal(2, await DashboardCommand.RunAsync(["--datasets", "/no/such/folder"], TextWriter.Null, error));
        Assert.Contains("/no/such/folder", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_option()
    {
        using var output = new StringWriter();

        Assert.Equal(0, await DashboardCommand.RunAsync(["--help"], output, TextWriter.Null));
        Assert.All(["--urls", "--data", "--datasets", "--threads", "--health-check"], option => Assert.Contains(option, output.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://0.0.0.0:8080", "http://localhost:8080")]
    [InlineData("http://[::]:8080", "http://localhost:8080")]
    [InlineData("http://*:80", "http://localhost:80")]
    [InlineData("http://127.0.0.1:5000", "http://127.0.0.1:5000")]
    public void An_address_to_open_is_one_that_can_be_opened(string address, string open) => Assert.Equal(open, ListenAddresses.ForBrowser(address));
}
