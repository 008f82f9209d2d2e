using ForwardForward.Data.Images;
using ForwardForward.Frames;

namespace ForwardForward.Data.Idx;

/// <summary>Checks that an IDX file of images and one of labels belong together.</summary>
public static class LabelledImageReader
{
    /// <summary>Reads both files; see <see cref="Join"/>.</summary>
    /// <exception cref="DataFormatException">One of the files is broken, or they do not belong together.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ImageSet Read(string imagesPath, string labelsPath, ImageShape shape, IReadOnlyList<string> classes) =>
        Join(imagesPath, IdxReader.ReadFile(imagesPath, 3), labelsPath, IdxReader.ReadFile(labelsPath, 1), shape, classes);

    /// <summary>Puts images <c>[count, height, width]</c> and labels <c>[count]</c>, one of the classes each, together.</summary>
    /// <exception cref="DataFormatException">Size, counts or a label are wrong; the message names the file and the value.</exception>
    public static ImageSet Join(
        string imagesName, IdxArray images, string labelsName, IdxArray labels, ImageShape shape, IReadOnlyList<string> classes)
    {
        var found = images.Dimensions;
        if (found[1] != shape.Height || found[2] != shape.Width)
        {
            throw new DataFormatException($"{imagesName} holds images {found[2]} wide and {found[1]} high; they must be {shape.Width} wide and {shape.Height} high.");
        }

        if (found[0] == 0)
        {
            throw new DataFormatException($"{imagesName} holds no images; it must hold at least one.");
        }

        if (found[0] != labels.Dimensions[0])
        {
            throw new DataFormatException(
                $"{imagesName} holds {found[0]} images but {labelsName} holds {labels.Dimensions[0]} labels; there must be one label for each image.");
        }

        var wrong = labels.Values.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)(classes.Count - 1));
        if (wrong >= 0)
        {
            throw new DataFormatException($"{labelsName} has label {labels.Values[wrong]} at position {wrong}; labels must be 0 to {classes.Count - 1}.");
        }

        return new ImageSet(shape, classes, images.Values, labels.Values);
    }
}
