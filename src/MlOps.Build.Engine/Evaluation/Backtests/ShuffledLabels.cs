using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Splitting;

namespace MlOps.Build.Engine.Evaluation.Backtests;

/// <summary>
/// Labels dealt out anew within train and within validation, so that nothing in the features can tell them (Ojala and Garriga, 2010,
/// Permutation tests for studying classifier performance). Whatever still predicts the test rows came by another way.
/// </summary>
internal static class ShuffledLabels
{
    /// <summary>The name of the reference in expressions.</summary>
    public const string Reference = "shuffled";

    private const long Stream = 0x5F5F;

    public static Label Of(Label label, Split split, long seed)
    {
        var random = new SeededRandom(seed, Stream);
        float[] values = [.. label.Values];
        foreach (var rows in new[] { split.Train, split.Validation })
        {
            var drawn = Array.ConvertAll(rows, row => label.Values[row]);
            random.Shuffle<float>(drawn);
            for (var i = 0; i < rows.Length; i++)
                values[rows[i]] = drawn[i];
        }

        return label with { Values = values };
    }
}
