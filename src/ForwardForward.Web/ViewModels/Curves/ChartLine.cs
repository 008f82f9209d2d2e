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

    /// <summary>The first of several runs; those that follow it are the others.</summary>
    Run1,

    /// <summary>The second of several runs.</summary>
    Run2,

    /// <summary>The third of several runs.</summary>
    Run3,

    /// <summary>The fourth of several runs.</summary>
    Run4,

    /// <summary>The fifth of several runs.</summary>
    Run5,

    /// <summary>The sixth of several runs.</summary>
    Run6,

    /// <summary>The seventh of several runs.</summary>
    Run7,

    /// <summary>The eighth of several runs.</summary>
    Run8,
}

/// <summary>A line of a chart.</summary>
/// <param name="Metric">Name of the metric.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Role">What it stands for.</param>
/// <param name="Scale">Factor on the values, such as one over the number of units.</param>
/// <param name="Lower">Whether it belongs to the small plot below.</param>
/// <param name="Unit">Written behind values.</param>
/// <param name="Points">Whether every value is marked, as suits lines of few values.</param>
public sealed record ChartLine(string Metric, string Title, LineRole Role, double Scale = 1, bool Lower = false, string Unit = "", bool Points = false);
