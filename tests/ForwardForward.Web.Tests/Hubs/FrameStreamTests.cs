using System.Text;
using System.Text.Json;
using ForwardForward.Frames;
using ForwardForward.Frames.Codec;
using ForwardForward.Testing;
using ForwardForward.Web.Hubs;
using ForwardForward.Web.Hubs.Messages;
using ForwardForward.Web.Tests.Hosting;
using MessagePack;
using MessagePack.Resolvers;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ForwardForward.Web.Tests.Hubs;

/// <summary>Frames over the hub, to a real client of either protocol.</summary>
public sealed class FrameStreamTests(TestDashboard dashboard) : IClassFixture<TestDashboard>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryKindComesInJson()
    {
        await using var hub = dashboard.Hub(messagePack: false);
        await hub.StartAsync(Cancellation);
        foreach (var one in FrameSamples.All)
        {
            var json = await FirstAsync<JsonElement>(hub, Show(one.Frame));
            Assert.Equal(FrameMessagePack.Write(one.Frame), FrameMessagePack.Write(FrameJson.Read(Encoding.UTF8.GetBytes(json.GetRawText()))));
        }
    }

    [Fact]
    public async Task EveryKindComesInMessagePack()
    {
        await using var hub = new HubConnectionBuilder()
            .WithUrl(new Uri(dashboard.Address, "/hubs/runs"))
            .AddMessagePackProtocol(packed => packed.SerializerOptions = packed.SerializerOptions.WithResolver(CompositeResolver.Create(FrameResolver.Instance, packed.SerializerOptions.Resolver)))
            .Build();
        await hub.StartAsync(Cancellation);
        foreach (var one in FrameSamples.All)
        {
            Assert.Equal(FrameMessagePack.Write(one.Frame), FrameMessagePack.Write(await FirstAsync<Frame>(hub, Show(one.Frame))));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task NewerFramesFollowAndTheQueryArrives(bool messagePack)
    {
        var run = dashboard.AddRun();
        run.Publish(new NamedFrame("shown", new TextFrame(1, "a", [1])));
        await using var hub = dashboard.Hub(messagePack);
        await hub.StartAsync(Cancellation);
        var steps = new List<long>();
        await foreach (var frame in hub.StreamAsync<Shown>("Frames", run.Snapshot.Id, "shown", new ReadingQueryMessage(Layer: 2, Count: 7), 10.0, Cancellation))
        {
            steps.Add(frame.Step);
            if (steps.Count == 3)
            {
                break;
            }

            run.Publish(new NamedFrame("shown", new TextFrame(frame.Step + 1, "b", [2])));
        }

        Assert.Equal([1, 2, 3], steps);
        Assert.Equal(new ReadingQuery(Layer: 2, Count: 7), Assert.Single(run.Queries));
    }

    [Fact]
    public async Task ANetworkAnswersWithAFrame()
    {
        await using var hub = dashboard.Hub(messagePack: false);
        await hub.StartAsync(Cancellation);
        var answer = await hub.InvokeAsync<JsonElement>("Ask", dashboard.AddRun().Snapshot.Id, new byte[784], Cancellation);
        Assert.Equal(FrameKind.Group, FrameJson.Read(Encoding.UTF8.GetBytes(answer.GetRawText())).Kind);
        Assert.Contains("There are 0 bytes", (await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync<JsonElement>("Ask", dashboard.AddRun().Snapshot.Id, (byte[]?)null, Cancellation))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BadRatesAndUnknownRunsAreRefusedWithASentence()
    {
        await using var hub = dashboard.Hub(messagePack: false);
        await hub.StartAsync(Cancellation);
        var id = dashboard.AddRun().Snapshot.Id;

        Assert.Contains("framesPerSecond must be from", (await Assert.ThrowsAsync<HubException>(() => FirstAsync<JsonElement>(hub, id, 1000))).Message, StringComparison.Ordinal);
        Assert.Contains("There is no run 'aaaaaaaaaaaa'.", (await Assert.ThrowsAsync<HubException>(() => FirstAsync<JsonElement>(hub, "aaaaaaaaaaaa"))).Message, StringComparison.Ordinal);
    }

    private string Show(Frame frame)
    {
        var run = dashboard.AddRun();
        run.Publish(new NamedFrame("shown", frame));
        return run.Snapshot.Id;
    }

    private static async Task<T> FirstAsync<T>(HubConnection hub, string id, double rate = 10)
    {
        await foreach (var frame in hub.StreamAsync<T>("Frames", id, "shown", (ReadingQueryMessage?)null, rate, Cancellation))
        {
            return frame;
        }

        throw new InvalidOperationException("The stream ended without a frame.");
    }

    /// <summary>What any client can read of a frame without knowing its kinds.</summary>
    [MessagePackObject]
    public sealed record Shown([property: Key("step")] long Step);
}
