using MlOps.Build.Engine.Gates.Values;

namespace MlOps.Build.Engine.Gates.Names;

/// <summary>The table of name providers.</summary>
internal static class GateNames
{
    private static readonly INameProvider[] Providers = [new MetricNames(), new ReferenceNames()];

    public static IEnumerable<string> All(GateScope scope) => Providers.SelectMany(provider => provider.Names(scope));

    public static Quantity Resolve(string name, GateFacts facts) =>
        Providers.Select(provider => provider.Resolve(name, facts)).FirstOrDefault(value => value is not null)
        ?? Quantity.Undefined($"'{name}' was not measured");
}
