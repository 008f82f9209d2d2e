using System.Numerics;

namespace ForwardForward.Imaging.Pen;

/// <summary>Puts the box around a pen's ink where MNIST's boxes are.</summary>
public static class InkBox
{
    /// <summary>
    /// How far to move points that span <paramref name="least"/> to <paramref name="most"/>, so that the ink is in the middle of the
    /// picture with its upper left corner between pixels: MNIST's digits were scaled to boxes of whole pixels, so their outermost rows and
    /// columns hold real ink.
    /// </summary>
    public static Vector2 Shift(Vector2 least, Vector2 most, float radius, int size)
    {
        var extent = most - least + new Vector2(2 * radius);
        var corner = (new Vector2(size) - extent) / 2;
        return new Vector2(MathF.Round(corner.X), MathF.Round(corner.Y)) + new Vector2(radius) - least;
    }
}
