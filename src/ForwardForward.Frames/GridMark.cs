namespace ForwardForward.Frames;

/// <summary>What stands out in a grid: a row such as the predicted class, a column, or one cell.</summary>
/// <param name="Row">The row, from 0; null for every row.</param>
/// <param name="Column">The column, from 0; null for every column.</param>
/// <param name="Meaning">What it is, such as "prediction".</param>
public sealed record GridMark(int? Row, int? Column, string Meaning)
{
    /// <summary>Whether a cell is in it.</summary>
    public bool Has(int row, int column) => (Row is null || Row == row) && (Column is null || Column == column);
}
