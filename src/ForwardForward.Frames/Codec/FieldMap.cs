namespace ForwardForward.Frames.Codec;

/// <summary>
/// Named fields of a frame, in an order, before they become JSON or MessagePack: null, <c>bool</c>, <c>long</c>, <c>double</c>, <c>string</c>,
/// <c>byte[]</c>, <c>float[]</c>, <c>string[]</c>, <see cref="FieldMap"/> or an array of them. What each kind of frame consists of is thereby said once.
/// </summary>
internal sealed class FieldMap
{
    private const int MostFields = 32;
    private readonly List<KeyValuePair<string, object>> _fields = [];

    /// <summary>The fields.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Fields => _fields;

    /// <summary>Refuses more fields than any frame has.</summary>
    /// <exception cref="FrameFormatException">There are more.</exception>
    public static void CheckCount(long count)
    {
        if (count > MostFields)
        {
            throw new FrameFormatException($"An object has {count} fields; no part of a frame has more than {MostFields}.");
        }
    }

    /// <summary>Adds a field; null adds none.</summary>
    public FieldMap Add(string name, object? value)
    {
        if (value is not null)
        {
            _fields.Add(new(name, value));
        }

        return this;
    }

    /// <summary>Adds a field unless it is the one that is taken where there is none.</summary>
    public FieldMap AddUnless<T>(string name, T value, T usual)
        where T : notnull =>
        EqualityComparer<T>.Default.Equals(value, usual) ? this : Add(name, value);

    /// <summary>Adds the name of a choice, such as <c>eachTile</c>.</summary>
    public FieldMap AddChoice<T>(string name, T choice)
        where T : struct, Enum => Add(name, ChoiceNames.Of(choice));

    /// <summary>A field; null where there is none.</summary>
    public object? Find(string name)
    {
        foreach (var (field, value) in _fields)
        {
            if (field == name)
            {
                return value;
            }
        }

        return null;
    }
}
