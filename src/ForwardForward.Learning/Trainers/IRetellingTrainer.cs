namespace ForwardForward.Learning.Trainers;

/// <summary>A trainer that passes a batch upwards layer by layer and can say afterwards what every layer did with one pair of it.</summary>
public interface IRetellingTrainer : ITrainer
{
    /// <summary>The last batch once more; null before the first step.</summary>
    /// <param name="pair">Which pair of the batch, from 0; beyond the last one it starts over.</param>
    BatchStory? Retell(int pair);
}
