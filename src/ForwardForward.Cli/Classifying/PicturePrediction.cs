namespace ForwardForward.Cli.Classifying;

/// <summary>What the network makes of a picture: the form that the REST interface has too.</summary>
/// <param name="Label">The verdict.</param>
/// <param name="Goodness">Goodness of every label over the scoring layers.</param>
/// <param name="Softmax">Probability of every label by one pass.</param>
/// <param name="Layers">Goodness of every label, per hidden layer.</param>
/// <param name="Image">The 784 bytes that the network saw.</param>
internal sealed record PicturePrediction(int Label, float[] Goodness, float[] Softmax, float[][] Layers, int[] Image);
