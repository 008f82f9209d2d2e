using ForwardForward.Data.Images;

namespace ForwardForward.Data.Idx;

/// <summary>Checks that an IDX file of images and one of labels belong together.</summary>
public static class LabelledImageReader
{
    /// <summary>Reads both files; see <see cref="Join"/>.</summary>
    /// <exception cref="DataFormatException">One of the files is broken, or they do not belong together.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static LabelledImages Read(string imagesPath, string labelsPath, int width, int height, int classes) =>
        Join(imagesPath, IdxReader.ReadFile(imagesPath, 3), labelsPath, IdxReader.ReadFile(labelsPath, 1), width, height, classes);

    /// <summary>Puts images <c>[count, height, width]</c> and labels <c>[count]</c> in 0 .. classes - 1 together.</summary>
    /// <exception cref="DataFormatException">Size, counts or a label are wrong; the message names the file and the value.</exception>
    public static LabelledImages Join(
        string imagesName, IdxArray images, string labelsName, IdxArray labels, int width, int height, int classes)
    {
        var shape = images.Dimensions;
        if (shape[1] != height || shape[2] != width)
        {
            throw new DataFormatException($"{imagesName} holds images {shape[2]} wide and {shape[1]} high; they must be {width} wide and {height} high.");
        }

        if (shape[0] == 0)
        {
            throw new DataFormatException($"{imagesName} holds no images; it must hold at least one.");
        }

        if (shape[0] != labels.Dimensions[0])
        {
            throw new DataFormatException(
                $"{imagesName} holds {shape[0]} images but {labelsName} holds {labels.Dimensions[0]} labels; there must be one label for each image.");
        }

        var wrong = labels.Values.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)(classes - 1));
        if (wrong >= 0)
        {
            throw new DataFormatException($"{labelsName} has label {labels.Values[wrong]} at position {wrong}; labels must be 0 to {classes - 1}.");
        }

        return new LabelledImages(width, height, images.Values, labels.Values);
    }
}
