using MlOps.Build.Engine.Gates.Values;

namespace MlOps.Build.Engine.Gates.Names;

/// <summary>The table of name providers.</summary>
internal static class GateNames
{
    private static readonly INameProvider[] Providers = [new MetricNames(), new CheckNames(), new FoundSliceNames(), new TestSetNames(), new DriftNames(), new ReferenceNames()];

    /// <summary>The names that may be used, each with what it measures.</summary>
    public static IReadOnlyDictionary<string, Dimension> All(GateScope scope)
    {
        var names = new Dictionary<string, Dimension>();
        foreach (var provider in Providers)
        {
            foreach (var name in provider.Names(scope))
                names.TryAdd(name, provider.DimensionOf(name));
        }

        return names;
    }

    public static Quantity Resolve(string name, GateFacts facts)
    {
        foreach (var provider in Providers)
        {
            if (provider.Resolve(name, facts) is { } value)
                return value with { Dimension = provider.DimensionOf(name) };
        }

        return Quantity.Undefined($"'{name}' was not measured");
    }
}
