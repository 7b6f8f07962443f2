using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Gates.Values;

namespace MlOps.Build.Engine.Gates.Names;

/// <summary>Checks of the model that need no data of their own: <c>size</c>, <c>latency.p99</c>, <c>license</c> …</summary>
internal sealed class CheckNames : INameProvider
{
    private static readonly Dictionary<string, (Dimension Dimension, string Words, bool OfMachine)> Known = new()
    {
        ["size"] = (Dimension.Size, "size of the model", false),
        ["latency.p50"] = (Dimension.Time, "median latency of one row", true),
        ["latency.p99"] = (Dimension.Time, "latency of one row (99th percentile)", true),
        ["latency.batch"] = (Dimension.Time, "latency of 1,000 rows", true),
        ["reproducible"] = (Dimension.Count, "same bytes when trained again", false),
        ["parity.onnxruntime"] = (Dimension.None, "largest difference from ONNX Runtime", true),
        ["license"] = (Dimension.Count, "licence of the model named", false),
        ["license.known"] = (Dimension.Count, "licence of the model known to SPDX", false),
        ["license.data"] = (Dimension.Count, "terms of the data named", false),
        ["contract.coverage"] = (Dimension.Share, "columns with a rule", false),
        ["card.unwritten"] = (Dimension.Count, "parts of the model card that nobody has written", false),
        ["data.age"] = (Dimension.Time, "age of the newest row", false),
    };

    public static IReadOnlyCollection<string> All => Known.Keys;

    /// <summary>What a check is called inside a sentence; null when the name is none.</summary>
    public static string? WordsOf(string name) => Known.TryGetValue(name, out var check) ? check.Words : null;

    /// <summary>True when the gate looks at something whose value differs between machines.</summary>
    public static bool IsOfMachine(GateExpression gate) =>
        ExpressionNames.Of(gate).Any(name => Known.TryGetValue(name, out var check) && check.OfMachine);

    public IEnumerable<string> Names(GateScope scope) => Known.Keys;

    public Dimension DimensionOf(string name) => Known[name].Dimension;

    public Quantity? Resolve(string name, GateFacts facts)
    {
        if (!Known.ContainsKey(name))
            return null;
        if (facts.Checks.FirstOrDefault(check => check.Name == name) is not { } found)
            return Quantity.Undefined($"'{name}' was not measured by this build");
        return found.Value is { } value
            ? Quantity.Of(value, LinearForm.Of(new Atom(name, null, null, null)))
            : Quantity.Undefined($"{Known[name].Words}: {found.Reason ?? "it was not measured"}");
    }
}
