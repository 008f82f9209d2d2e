using ForwardForward.Runs;
using ForwardForward.Testing.Runs;
using ForwardForward.Web.Hubs.Messages;
using ForwardForward.Web.Tests.Hosting;
using Microsoft.AspNetCore.SignalR.Client;

namespace ForwardForward.Web.Tests.Hubs;

/// <summary>A real SignalR client against a real server, in both protocols.</summary>
public sealed class RunsHubTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Metrics_have_no_gap_across_a_lost_connection(bool messagePack)
    {
        var run = dashboard.AddRun();
        Publish(run, 30);
        var seen = new List<MetricMessage>();
        await using (var first = await ConnectAsync(messagePack))
        {
            await foreach (var point in first.StreamAsync<MetricMessage>("Metrics", run.Snapshot.Id, 0L, Cancellation))
            {
                seen.Add(point);
                if (seen.Count == 10)
                {
                    break;
                }
            }
        }

        Publish(run, 30);
        await using var second = await ConnectAsync(messagePack);
        await foreach (var point in second.StreamAsync<MetricMessage>("Metrics", run.Snapshot.Id, seen[^1].Sequence + 1, Cancellation))
        {
            seen.Add(point);
            if (seen.Count == 60)
            {
                Publish(run, 5);
            }

            if (seen.Count == 65)
            {
                break;
            }
        }

        Assert.Equal(Enumerable.Range(0, 65).Select(sequence => (long)sequence), seen.Select(point => point.Sequence));
        Assert.Equal(1.0 / 3, seen[2].Values["head/loss"]);
        Assert.Null(seen[2].Values["not-finite"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_newest_receptive_fields_come_and_read_back_to_the_weights(bool messagePack)
    {
        var run = dashboard.AddRun();
        run.Publish(Samples.Fields(1, 100));
        run.Publish(Samples.Fields(2, 200));
        await using var hub = await ConnectAsync(messagePack);

        FieldsMessage? newest = null;
        await foreach (var fields in hub.StreamAsync<FieldsMessage>("ReceptiveFields", run.Snapshot.Id, 0, 5, 20, 4.0, Cancellation))
        {
            newest = fields;
            if (fields.Version == 3)
            {
                break;
            }

            Assert.Equal(2, fields.Version);
            run.Publish(Samples.Fields(3, 300));
        }

        var real = Samples.Fields(3, 300).Fields.AsSpan(5 * 784, 20 * 784).ToArray();
        Assert.NotNull(newest);
        Assert.Equal((20, 20 * 784), (newest.Scales.Length, newest.Weights.Length));
        for (var i = 0; i < real.Length; i++)
        {
            var scale = newest.Scales[i / 784];
            Assert.InRange(((sbyte)newest.Weights[i] * scale) - real[i], -0.501f * scale, 0.501f * scale);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Negatives_come_with_labels_pictures_and_goodness(bool messagePack)
    {
        var run = dashboard.AddRun();
        run.Publish(Samples.Examples(1, 100, count: 8));
        await using var hub = await ConnectAsync(messagePack);

        var examples = await FirstAsync(hub.StreamAsync<NegativesMessage>("Negatives", run.Snapshot.Id, 3, 10.0, Cancellation));

        Assert.Equal(3, examples.Pairs.Length);
        Assert.Equal((0, 6), (examples.Pairs[0].PositiveLabel, examples.Pairs[0].NegativeLabel));
        Assert.Equal(784, examples.Pairs[0].Positive.Length);
        Assert.Equal((255, 255), (examples.Pairs[0].Positive[0], examples.Pairs[0].Negative[6]));
        Assert.Equal([150f, 140f, 160f], examples.Pairs[0].PositiveGoodness);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_excites_units_comes_as_fields_and_as_images(bool messagePack)
    {
        var run = dashboard.AddRun();
        run.Publish(Samples.Fields(1, 100));
        await using var hub = await ConnectAsync(messagePack);

        var fields = await FirstAsync(hub.StreamAsync<FieldsMessage>("ExcitingFields", run.Snapshot.Id, 0, 5, 20, 1.0, Cancellation));
        var found = await hub.InvokeAsync<ExcitingMessage>("ExcitingInputs", run.Snapshot.Id, 1, 3, 4, Cancellation);

        Assert.Equal(20, fields.Scales.Length);
        Assert.Contains(new FieldsRequest(0, 5, 20, FieldsView.Inputs), dashboard.Runs.FieldRequests);
        Assert.Equal((1, 3, 4), (found.Layer, found.Unit, found.Images.Length));
        Assert.Equal((3, 5f, 784), (found.Images[0].Label, found.Images[0].Activity, found.Images[0].Pixels.Length));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Labels_are_followed_over_the_iterations(bool messagePack)
    {
        var run = dashboard.AddRun();
        await using var hub = await ConnectAsync(messagePack);
        int? none = null;

        var ofBatch = await FirstAsync(hub.StreamAsync<IterationsMessage>("Iterations", run.Snapshot.Id, none, 1.0, Cancellation));
        var ofTest = await FirstAsync(hub.StreamAsync<IterationsMessage>("Iterations", run.Snapshot.Id, 4, 1.0, Cancellation));

        Assert.Null(ofBatch.Digit);
        Assert.Equal((4, 7, 3, 5, 784), (ofTest.Digit, ofTest.Label, ofTest.FirstScored, ofTest.LastScored, ofTest.Pixels.Length));
        Assert.Equal((8, 10), (ofTest.Goodness.Length, ofTest.Goodness[0].Length));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Changes_of_every_run_come_after_how_it_stands(bool messagePack)
    {
        var run = dashboard.AddRun();
        await using var hub = await ConnectAsync(messagePack);

        var states = new List<string>();
        await foreach (var message in hub.StreamAsync<RunMessage>("Runs", Cancellation))
        {
            if (message.Id != run.Snapshot.Id || message.State == states.LastOrDefault())
            {
                continue;
            }

            states.Add(message.State);
            Assert.Equal((4.21, 4.21), (message.ValidationGoodness, message.Scores["validation/goodness-error"]));
            if (message.State == "paused")
            {
                break;
            }

            await dashboard.Runs.PauseAsync(run.Snapshot.Id, Cancellation);
        }

        Assert.Equal(["running", "paused"], states);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_digit_is_judged(bool messagePack)
    {
        var id = dashboard.AddRun().Snapshot.Id;
        await using var hub = await ConnectAsync(messagePack);
        var pixels = new byte[784];
        pixels[400] = 200;

        var verdict = await hub.InvokeAsync<VerdictMessage>("Classify", id, pixels, Cancellation);

        Assert.Equal(7, verdict.Label);
        Assert.Equal((10, 10, 3), (verdict.Goodness.Length, verdict.Softmax.Length, verdict.Layers.Length));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_first_message_says_what_is_allowed(bool messagePack)
    {
        await using var hub = dashboard.Hub(messagePack);
        var welcome = new TaskCompletionSource<WelcomeMessage>();
        hub.On<WelcomeMessage>("Welcome", welcome.SetResult);
        await hub.StartAsync(Cancellation);

        Assert.Equal(30, (await welcome.Task.WaitAsync(Cancellation)).MostFramesPerSecond);
    }

    private static async Task<T> FirstAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var item in items)
        {
            return item;
        }

        throw new InvalidOperationException("The stream ended.");
    }

    private static void Publish(FakeRun run, int count)
    {
        for (var i = 0; i < count; i++)
        {
            run.Publish(i, i, i, ("head/loss", 1.0 / (i + 1)), ("not-finite", double.PositiveInfinity));
        }
    }

    private async Task<HubConnection> ConnectAsync(bool messagePack)
    {
        var hub = dashboard.Hub(messagePack);
        await hub.StartAsync(Cancellation);
        return hub;
    }
}
