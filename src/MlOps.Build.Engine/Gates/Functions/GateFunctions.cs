using MlOps.Build.Engine.Evaluation.Fairness;

namespace MlOps.Build.Engine.Gates.Functions;

/// <summary>The table of functions.</summary>
internal static class GateFunctions
{
    private static readonly IGateFunction[] Functions =
    [
        new SlicesFunction(),
        new WindowsFunction(),
        new ExtremeFunction("min", lowest: true),
        new ExtremeFunction("max", lowest: false),
        new MeanFunction(),
        new QuantileFunction(),
        new AbsFunction(),
        new CountFunction(),
        .. FairnessMetrics.Names.Select(name => new FairnessFunction(name)),
    ];

    private static readonly Dictionary<string, IGateFunction> Known = Functions.ToDictionary(function => function.Name);

    public static IReadOnlyCollection<string> All => Known.Keys;

    public static IGateFunction? Find(string name) => Known.GetValueOrDefault(name);
}
