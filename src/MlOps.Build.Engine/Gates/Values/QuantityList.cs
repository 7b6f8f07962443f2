namespace MlOps.Build.Engine.Gates.Values;

/// <summary>One quantity a group.</summary>
/// <param name="Items">The groups with their quantities.</param>
/// <param name="WhenEmpty">Why there is no group, in words.</param>
/// <param name="Disjoint">True when no row is in two groups, so that their estimates are independent.</param>
internal sealed record QuantityList(IReadOnlyList<(string Group, Quantity Quantity)> Items, string WhenEmpty, bool Disjoint = false) : GateValue;
