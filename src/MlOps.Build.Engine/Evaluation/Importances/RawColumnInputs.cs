using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Importances;

/// <summary>The inputs of the feature matrix that read one raw column.</summary>
/// <param name="Column">The raw column.</param>
/// <param name="Inputs">Indices of inputs.</param>
internal sealed record RawColumnInputs(string Column, IReadOnlyList<int> Inputs)
{
    /// <summary>The raw columns in the order in which features first read them; a cross belongs to each of its sources.</summary>
    public static IReadOnlyList<RawColumnInputs> Of(IReadOnlyList<FeatureColumnSummary> features) =>
        [.. features.SelectMany(feature => feature.Sources).Distinct(StringComparer.Ordinal).Select(column => Of(column, features))];

    /// <summary>A copy in which these inputs of each row come from another row, the same one for all of them.</summary>
    public FeatureMatrix Shuffle(FeatureMatrix features, SeededRandom random)
    {
        var order = Enumerable.Range(0, features.Rows).ToArray();
        random.Shuffle<int>(order);
        var values = features.Values.ToArray();
        for (var row = 0; row < order.Length; row++)
        {
            var source = features.Row(order[row]);
            foreach (var input in Inputs)
                values[(row * features.Columns) + input] = source[input];
        }

        return new FeatureMatrix(features.Rows, features.Names, values);
    }

    /// <summary>A copy in which these inputs of every row are those of the donor.</summary>
    public FeatureMatrix Set(FeatureMatrix features, ReadOnlySpan<float> donor)
    {
        var values = features.Values.ToArray();
        for (var row = 0; row < features.Rows; row++)
        {
            foreach (var input in Inputs)
                values[(row * features.Columns) + input] = donor[input];
        }

        return new FeatureMatrix(features.Rows, features.Names, values);
    }

    private static RawColumnInputs Of(string column, IReadOnlyList<FeatureColumnSummary> features) =>
        new(column, [.. features.Where(feature => feature.Sources.Contains(column)).SelectMany(Range)]);

    private static IEnumerable<int> Range(FeatureColumnSummary feature) => Enumerable.Range(feature.FirstInput, feature.InputCount);
}
