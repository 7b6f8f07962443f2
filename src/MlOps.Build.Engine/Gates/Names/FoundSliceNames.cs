using MlOps.Build.Engine.Gates.Values;

namespace MlOps.Build.Engine.Gates.Names;

/// <summary><c>found_slices</c>: how many groups a search has found that do worse than the rest.</summary>
internal sealed class FoundSliceNames : INameProvider
{
    private const string Name = "found_slices";

    public IEnumerable<string> Names(GateScope scope) => [Name];

    public Dimension DimensionOf(string name) => Dimension.Count;

    public Quantity? Resolve(string name, GateFacts facts) => name != Name
        ? null
        : facts.Evaluation.FoundSlices is { } found
            ? Quantity.Number(found.Slices.Count)
            : Quantity.Undefined("no groups were searched for: 'find_slices' is off, or there are too few test rows");
}
