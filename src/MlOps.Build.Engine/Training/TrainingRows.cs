using MlOps.Build.Contracts;
using MlOps.Build.Engine.Labels;

namespace MlOps.Build.Engine.Training;

/// <summary>Examples with all that belongs to their rows.</summary>
internal static class TrainingRows
{
    /// <summary>Rows of the table.</summary>
    public static TrainingSet Of(FeatureMatrix features, Label label, int[] rows)
    {
        var own = label.Take(rows);
        return new TrainingSet { Features = features.Take(rows), Labels = own.Values, Weights = own.Weights, Lists = own.Lists };
    }

    /// <summary>Some rows of a set.</summary>
    public static TrainingSet Take(TrainingSet set, int[] rows) => new()
    {
        Features = set.Features.Take(rows),
        Labels = Array.ConvertAll(rows, row => set.Labels[row]),
        Weights = set.Weights is { } weights ? Array.ConvertAll(rows, row => weights[row]) : null,
        Lists = set.Lists is { } lists ? Array.ConvertAll(rows, row => lists[row]) : null,
    };
}
