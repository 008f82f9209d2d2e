using ForwardForward.Data.Idx;
using ForwardForward.Data.Images;
using ForwardForward.Frames;

namespace ForwardForward.Data.Mnist;

/// <summary>Reads MNIST's files and makes sure that they are MNIST's, not merely of its form.</summary>
internal static class MnistReader
{
    /// <summary>Reads one file and compares its SHA-256.</summary>
    /// <exception cref="DataFormatException">The file is broken or another one.</exception>
    public static IdxArray ReadVerified(MnistFile file, string path)
    {
        var array = IdxReader.ReadFile(path, file.Dimensions, file.UnpackedBytes);
        var found = array.Sha256();
        return found == file.Sha256
            ? array
            : throw new DataFormatException($"{path} is not MNIST's {file.Name}: the SHA-256 of its unpacked content is {found}; it must be {file.Sha256}.");
    }

    /// <summary>Reads all four files and splits them.</summary>
    /// <param name="files">What they must be.</param>
    /// <param name="pathOf">Where each one lies.</param>
    /// <param name="origin">What to call the set.</param>
    /// <param name="reading">Told of each file before it is read.</param>
    /// <param name="cancellation">Looked at between files.</param>
    public static Splits<ImageSet> Read(
        MnistFiles files, Func<MnistFile, string> pathOf, DataOrigin origin, Action<MnistFile> reading, CancellationToken cancellation)
    {
        IdxArray Get(MnistFile file)
        {
            cancellation.ThrowIfCancellationRequested();
            reading(file);
            return ReadVerified(file, pathOf(file));
        }

        ImageSet Join(MnistFile images, MnistFile labels) => LabelledImageReader.Join(
            pathOf(images), Get(images), pathOf(labels), Get(labels), new ImageShape(MnistFiles.Size, MnistFiles.Size), MnistFiles.Classes);

        var train = Join(files.TrainImages, files.TrainLabels);
        var test = Join(files.TestImages, files.TestLabels);
        var count = train.Count - files.ValidationImages;
        return new Splits<ImageSet>(origin, train.Slice(0, count), train.Slice(count, files.ValidationImages), test);
    }
}
