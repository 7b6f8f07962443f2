using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tuning;

/// <summary>The random numbers of one trial: its own, so that batches and earlier trials change none of them.</summary>
internal static class TrialRandom
{
    // Apart from the streams of training, which count from 0.
    private const long Stream = 0x7475_6E65_0000;

    public static SeededRandom Of(long seed, int trial) => new(seed, Stream + trial);
}
