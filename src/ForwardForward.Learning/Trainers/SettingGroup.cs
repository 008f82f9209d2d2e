namespace ForwardForward.Learning.Trainers;

/// <summary>What settings stand together in lists for people, in this order.</summary>
public enum SettingGroup
{
    /// <summary>How long, in which steps.</summary>
    Schedule,

    /// <summary>By which rule weights change.</summary>
    Learning,

    /// <summary>What the network is made of.</summary>
    Network,

    /// <summary>How much data.</summary>
    Data,

    /// <summary>When errors are counted.</summary>
    Evaluation,
}
