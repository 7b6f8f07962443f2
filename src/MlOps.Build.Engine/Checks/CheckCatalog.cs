using MlOps.Build.Engine.Checks.Reproducibility;

namespace MlOps.Build.Engine.Checks;

/// <summary>The checks. What differs between machines is kept apart, so that it reaches no file of the package.</summary>
internal static class CheckCatalog
{
    /// <summary>Checks with the same value wherever they run.</summary>
    public static IReadOnlyList<IModelCheck> Same { get; } =
        [new SizeCheck(), new LicenseCheck(), new CoverageCheck(), new CardCheck(), new AgeCheck(), new ReproducibleCheck()];

    /// <summary>Checks whose values belong to the machine that measured them.</summary>
    public static IReadOnlyList<IModelCheck> OfMachine { get; } = [new LatencyCheck(), new RuntimeParityCheck()];
}
