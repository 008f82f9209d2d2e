using ForwardForward.Data.Images;
using ForwardForward.Learning.Trainers;

namespace ForwardForward.Learning.Readings;

/// <summary>The images on which readings try what units answer.</summary>
internal static class TriedImages
{
    /// <summary>Enough for every unit to find some, few enough not to hold a step up for long.</summary>
    public const int Most = 500;

    /// <summary>The first validation images of a trainer's samples; null when there are none.</summary>
    public static ImageSet? Of(Trainer trainer) => trainer.SampleData?.Validation switch
    {
        null or { Count: 0 } => null,
        { Count: <= Most } all => all,
        var many => many.Slice(0, Most),
    };
}
