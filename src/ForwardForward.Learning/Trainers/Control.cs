namespace ForwardForward.Learning.Trainers;

/// <summary>A number that a person may change while a trainer goes on. It is part of the trainer's state.</summary>
/// <param name="name">Name in histories, such as <c>learning-rate/factor</c>.</param>
/// <param name="title">Name for people.</param>
/// <param name="value">Value at the very beginning.</param>
public sealed class Control(string name, string title, float value)
{
    /// <summary>Name in histories, such as <c>learning-rate/factor</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Name for people.</summary>
    public string Title { get; } = title;

    /// <summary>The present value.</summary>
    public float Value { get; set; } = value;

    /// <summary>Name of the word in a state that holds the value's bits.</summary>
    internal string StateName { get; } = "progress/" + name.Replace('/', '-');
}
