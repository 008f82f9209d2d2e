using System.Collections;
using ForwardForward.Frames.Colours;

namespace ForwardForward.Frames.Tests.Codec;

/// <summary>
/// Two frames say the same: every property of every part, tiles within the bound that their coding states. Reads the properties by
/// reflection, so that a property that the codec forgets does not go unseen.
/// </summary>
internal static class SameFrame
{
    public static void Check(object? expected, object? actual, string path = "frame")
    {
        if (expected is null || actual is null)
        {
            Assert.True(expected is null && actual is null, $"{path}: {expected} became {actual}");
            return;
        }

        switch (expected)
        {
            case float or double:
                CheckNumber(Convert.ToDouble(expected), Convert.ToDouble(actual), 0, path);
                return;
            case string or int or long or bool or Enum or ImageShape:
                Assert.True(expected.Equals(actual), $"{path}: {expected} became {actual}");
                return;
            case IEnumerable many:
                var (left, right) = (many.Cast<object?>().ToArray(), ((IEnumerable)actual).Cast<object?>().ToArray());
                Assert.True(left.Length == right.Length, $"{path}: {left.Length} became {right.Length}");
                for (var i = 0; i < left.Length; i++)
                {
                    Check(left[i], right[i], $"{path}[{i}]");
                }

                return;
        }

        Assert.Equal(expected.GetType(), actual.GetType());
        foreach (var property in expected.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            if (expected is ImageFrame image && property.Name == nameof(ImageFrame.Values))
            {
                CheckTiles(image, (ImageFrame)actual, path);
            }
            else
            {
                Check(property.GetValue(expected), property.GetValue(actual), $"{path}.{property.Name}");
            }
        }
    }

    private static void CheckTiles(ImageFrame expected, ImageFrame actual, string path)
    {
        var exact = expected.Range == ImageRange.Share && expected.NotFinite() > 0;
        for (var i = 0; i < expected.Values.Length; i++)
        {
            var wanted = (double)expected.Values[i];
            if (expected.Range == ImageRange.Share)
            {
                CheckNumber(exact ? wanted : Math.Clamp(wanted, 0, 1), actual.Values[i], exact ? 0 : (0.5 / 255) + 1e-7, $"{path}.Values[{i}]");
                continue;
            }

            var tile = expected.Tile(i / expected.Shape.Values);
            var isLabel = i % expected.Shape.Values < expected.LabelValues;
            double largest = FullColour.Largest(isLabel ? tile[..expected.LabelValues] : tile[expected.LabelValues..]);
            CheckNumber(wanted, actual.Values[i], (largest / 127 * 0.50001) + float.Epsilon * 64, $"{path}.Values[{i}]");
        }
    }

    private static void CheckNumber(double expected, double actual, double bound, string path)
    {
        var same = double.IsFinite(expected) ? Math.Abs(expected - actual) <= bound : !double.IsFinite(actual);
        Assert.True(same, $"{path}: {expected:r} became {actual:r}, more than {bound} away");
    }
}
