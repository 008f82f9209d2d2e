namespace ForwardForward.Learning.Tests.Unsupervised;

/// <summary>Counts the multiply-adds of plain loops.</summary>
internal sealed class PlainCount
{
    /// <summary>So many.</summary>
    public long MultiplyAdds { get; set; }
}
