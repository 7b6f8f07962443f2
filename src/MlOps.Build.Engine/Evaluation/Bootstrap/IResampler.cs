using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>How a resample is drawn. Safe for concurrent use.</summary>
internal interface IResampler
{
    /// <summary>Writes how often each row was drawn.</summary>
    void Draw(SeededRandom random, Span<int> counts);
}
