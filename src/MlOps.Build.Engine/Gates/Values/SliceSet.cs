using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Gates.Values;

/// <summary>The groups of a column that are large enough.</summary>
/// <param name="Slices">The groups.</param>
/// <param name="WhenEmpty">Why there is none, in words.</param>
/// <param name="Disjoint">True when no row is in two groups.</param>
internal sealed record SliceSet(IReadOnlyList<SliceEvaluation> Slices, string WhenEmpty, bool Disjoint = true) : GateValue;
