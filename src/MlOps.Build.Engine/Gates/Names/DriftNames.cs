using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Values;

namespace MlOps.Build.Engine.Gates.Names;

/// <summary>
/// How inputs differ: <c>drift.share</c>, <c>drift.columns</c> and <c>drift.psi</c> of the training rows from the champion's,
/// <c>drift.test.share</c> … of a part of the split from the training rows.
/// </summary>
internal sealed class DriftNames : INameProvider
{
    private static readonly Dictionary<string, (string Comparison, Dimension Dimension, string Words)> Known = new()
    {
        ["drift.share"] = (DriftComparison.Champion, Dimension.Share, "share of columns that drift from the champion's"),
        ["drift.columns"] = (DriftComparison.Champion, Dimension.Count, "columns that drift from the champion's"),
        ["drift.psi"] = (DriftComparison.Champion, Dimension.None, "largest PSI against the champion's columns"),
        ["drift.validation.share"] = (DriftComparison.Validation, Dimension.Share, "share of columns that drift in the validation rows"),
        ["drift.validation.columns"] = (DriftComparison.Validation, Dimension.Count, "columns that drift in the validation rows"),
        ["drift.validation.psi"] = (DriftComparison.Validation, Dimension.None, "largest PSI of the validation rows"),
        ["drift.test.share"] = (DriftComparison.Test, Dimension.Share, "share of columns that drift in the test rows"),
        ["drift.test.columns"] = (DriftComparison.Test, Dimension.Count, "columns that drift in the test rows"),
        ["drift.test.psi"] = (DriftComparison.Test, Dimension.None, "largest PSI of the test rows"),
    };

    /// <summary>What a name is called inside a sentence; null when it is none of these.</summary>
    public static string? WordsOf(string name) => Known.TryGetValue(name, out var known) ? known.Words : null;

    public IEnumerable<string> Names(GateScope scope) => Known.Keys;

    public Dimension DimensionOf(string name) => Known[name].Dimension;

    public Quantity? Resolve(string name, GateFacts facts)
    {
        if (!Known.TryGetValue(name, out var known))
            return null;
        if (facts.Drift?.Comparisons.FirstOrDefault(comparison => comparison.Name == known.Comparison) is not { } found)
        {
            return Quantity.Undefined(known.Comparison == DriftComparison.Champion
                ? "there is no champion to compare with"
                : $"there are no {known.Comparison} rows to compare");
        }

        if (found.NotCompared is { } reason)
            return Quantity.Undefined($"drift was not measured: {reason}");
        double? value = name[(name.LastIndexOf('.') + 1)..] switch
        {
            "share" => found.Share,
            "columns" => found.Compared == 0 ? null : found.Drifting,
            _ => found.LargestPsi,
        };
        return value is { } number
            ? Quantity.Of(number, LinearForm.Of(new Atom(name, null, null, null)))
            : Quantity.Undefined("drift was not measured: no column could be compared");
    }
}
