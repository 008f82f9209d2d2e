using Bunit;
using ForwardForward.Runs;
using ForwardForward.Web.Components.Curves;
using ForwardForward.Web.ViewModels;
using ForwardForward.Web.ViewModels.Curves;

namespace ForwardForward.Web.Tests.Components;

public sealed class ChartTableTests : ComponentTest<ChartTable>
{
    private static readonly TableColumn[] Columns = [new("loss", "Loss", Figures.Value), new("gain", "Gain", Figures.Value)];

    [Fact]
    public void TheTableIsFilledWhenItIsOpened()
    {
        var history = new MetricHistory();
        history.Add(new MetricPoint(0, 10, 0.5, 1, new Dictionary<string, double> { ["loss"] = 4 }));
        history.Add(new MetricPoint(1, 20, 1, 2, new Dictionary<string, double> { ["loss"] = 3 }));
        var table = Render<ChartTable>(parameters => parameters.Add(one => one.Name, "Losses").Add(one => one.History, history).Add(one => one.Columns, Columns));

        Assert.Empty(table.FindAll("table"));
        table.Find("details").TriggerEvent("ontoggle", EventArgs.Empty);
        Assert.Equal(["1.00", "3.00", Figures.None, "0.50", "4.00", Figures.None], table.FindAll("td").Select(cell => cell.TextContent));
    }

    [Fact]
    public void WithoutPointsThereAreNoRows()
    {
        var table = Render<ChartTable>(parameters => parameters.Add(one => one.Name, "Losses").Add(one => one.History, new MetricHistory()).Add(one => one.Columns, Columns));
        table.Find("details").TriggerEvent("ontoggle", EventArgs.Empty);

        Assert.Equal(["Epoch", "Loss", "Gain"], table.FindAll("th").Select(cell => cell.TextContent));
        Assert.Empty(table.FindAll("td"));
    }
}
