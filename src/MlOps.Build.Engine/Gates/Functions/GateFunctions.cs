namespace MlOps.Build.Engine.Gates.Functions;

/// <summary>The table of functions.</summary>
internal static class GateFunctions
{
    private static readonly Dictionary<string, IGateFunction> Known = new IGateFunction[]
    {
        new SlicesFunction(),
        new WindowsFunction(),
        new ExtremeFunction("min", lowest: true),
        new ExtremeFunction("max", lowest: false),
        new MeanFunction(),
        new QuantileFunction(),
        new AbsFunction(),
        new CountFunction(),
    }.ToDictionary(function => function.Name);

    public static IReadOnlyCollection<string> All => Known.Keys;

    public static IGateFunction? Find(string name) => Known.GetValueOrDefault(name);
}
