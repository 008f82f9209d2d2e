namespace ForwardForward.Web.ViewModels.Curves;

/// <summary>What a line of a chart stands for; the browser gives it its colour and stroke.</summary>
public enum LineRole
{
    /// <summary>Positive data.</summary>
    Positive,

    /// <summary>Negative data.</summary>
    Negative,

    /// <summary>Neither: ink.</summary>
    Neutral,

    /// <summary>The procedure that scores every label by goodness.</summary>
    Goodness,

    /// <summary>The one-pass softmax.</summary>
    Softmax,

    /// <summary>The one-pass softmax on training batches: thin, since it jumps.</summary>
    SoftmaxTraining,

    /// <summary>Goodness on training images.</summary>
    GoodnessTraining,

    /// <summary>The first of two runs.</summary>
    First,

    /// <summary>The second of two runs.</summary>
    Second,
}

/// <summary>A line of a chart.</summary>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Role">What it stands for.</param>
/// <param name="Scale">Factor on the values, such as one over the number of units.</param>
/// <param name="Lower">Whether it belongs to the small plot below.</param>
/// <param name="Unit">Written behind values.</param>
public sealed record ChartLine(string Metric, string Title, LineRole Role, double Scale = 1, bool Lower = false, string Unit = "");
