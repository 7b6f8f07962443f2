using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Checks;

/// <summary>Measures one thing about the model; a new check is a new entry in <see cref="CheckCatalog"/>.</summary>
internal interface IModelCheck
{
    /// <summary>The names in expressions that it gives values.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Adds to what the check depends on.</summary>
    StageInputs Inputs(CheckContext context);

    /// <summary>The values of those names.</summary>
    IEnumerable<CheckValue> Measure(CheckContext context, CancellationToken cancellationToken);
}
