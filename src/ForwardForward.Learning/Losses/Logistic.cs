namespace ForwardForward.Learning.Losses;

/// <summary>The logistic function and its logarithm, safe for any finite input.</summary>
public static class Logistic
{
    /// <summary><c>1 / (1 + exp(-x))</c>; never overflows, and keeps its relative precision for very negative x.</summary>
    public static float Sigmoid(float x)
    {
        if (x >= 0)
        {
            return 1 / (1 + MathF.Exp(-x));
        }

        var e = MathF.Exp(x);
        return e / (1 + e);
    }

    /// <summary><c>log(1 + exp(x))</c>, for hundreds as well: <c>max(x, 0) + log(1 + exp(-|x|))</c>.</summary>
    public static float Softplus(float x) => MathF.Max(x, 0) + MathF.Log(1 + MathF.Exp(-MathF.Abs(x)));
}
