namespace ForwardForward.Numerics.Threading;

/// <summary>Work that falls into pieces which write different outputs; a struct, so that sharing it allocates nothing.</summary>
public interface IPieceJob
{
    /// <summary>Does one piece.</summary>
    void Run(int piece);
}
