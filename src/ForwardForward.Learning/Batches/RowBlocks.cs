namespace ForwardForward.Learning.Batches;

/// <summary>
/// Where the rows of a batch lie: negatives first (a block of the batch's size for every negative of a positive), then positives, then
/// neutral rows. Row <c>r</c> shows image <c>r mod batch</c>; positives and neutral rows go up together, before the negatives are known,
/// and the rows that layers learn from are the first ones.
/// </summary>
/// <param name="Batch">Images.</param>
/// <param name="PerPositive">Negatives of every positive.</param>
/// <param name="HasNeutral">Whether there are neutral rows; without labels in the image the positive ones are as neutral as can be.</param>
internal readonly record struct RowBlocks(int Batch, int PerPositive, bool HasNeutral = true)
{
    public int Negatives => Batch * PerPositive;

    public int FirstPositive => Negatives;

    public int FirstNeutral => Negatives + Batch;

    public int Learning => FirstNeutral;

    public int All => FirstNeutral + (HasNeutral ? Batch : 0);
}
