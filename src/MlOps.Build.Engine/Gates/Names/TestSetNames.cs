using MlOps.Build.Engine.Gates.Values;

namespace MlOps.Build.Engine.Gates.Names;

/// <summary><c>test_set.uses</c>: how many models the test rows have judged.</summary>
internal sealed class TestSetNames : INameProvider
{
    private const string Name = "test_set.uses";

    public IEnumerable<string> Names(GateScope scope) => [Name];

    public Dimension DimensionOf(string name) => Dimension.Count;

    public Quantity? Resolve(string name, GateFacts facts) => name != Name
        ? null
        : facts.Evaluation.TestSet?.Uses is { } uses
            ? Quantity.Number(uses)
            : Quantity.Undefined("it is not known how often the test rows were used: MlOpsFeed names no folder of earlier packages");
}
