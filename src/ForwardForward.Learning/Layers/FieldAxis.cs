namespace ForwardForward.Learning.Layers;

/// <summary>
/// Where the windows of a layer lie along a side of the map that they look at: upwards the window of location <c>i</c> begins at
/// <c>i stride - padding</c>; downwards, where a location hears those above that see it, at <c>floor((i + padding - size) / stride) + 1</c>.
/// </summary>
/// <param name="Size">Locations along a side of a window.</param>
/// <param name="Step">Factor on the location.</param>
/// <param name="Shift">What is added.</param>
/// <param name="Divisor">What it is divided by, rounded down.</param>
internal readonly record struct FieldAxis(int Size, int Step, int Shift, int Divisor)
{
    /// <summary>Windows of a layer that looks at the map below.</summary>
    public static FieldAxis Up(LocalField field) => new(field.Size, field.Stride, -field.Padding, 1);

    /// <summary>
    /// Windows of a layer that hears the map above, whose own fields are <paramref name="field"/>: all locations above that see a location, so that
    /// every connection has one the other way. Where the stride does not divide the size, some windows take in one location more.
    /// </summary>
    public static FieldAxis Down(LocalField field) =>
        new((field.Size + field.Stride - 1) / field.Stride, 1, field.Padding - field.Size + field.Stride, field.Stride);

    /// <summary>Where the window of a location begins; may be outside the map.</summary>
    public int Start(int location) => (int)Math.Floor((double)((location * Step) + Shift) / Divisor);
}
