using ForwardForward.Frames;
using ForwardForward.Runs;

namespace ForwardForward.Web.Endpoints.Readings;

/// <summary>Receptive fields as images, so that their files have the page's scales and colours.</summary>
internal static class FieldImages
{
    /// <summary>The fields as a frame; a picture that is nothing but label pixels has none of them.</summary>
    /// <exception cref="ArgumentException">The fields do not fill whole pictures.</exception>
    public static ImageFrame Of(ReceptiveFields fields)
    {
        var shape = new ImageShape(fields.FieldWidth, fields.FieldHeight, fields.Channels);
        return new ImageFrame(fields.Step, shape, ImageRange.Signed, fields.Fields)
        {
            First = fields.FirstUnit,
            LabelValues = fields.LabelPixels < shape.Values ? fields.LabelPixels : 0,
        };
    }
}
