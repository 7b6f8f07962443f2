namespace MlOps.Build.Tracking.Search;

/// <summary>One comparison of a filter; all of a filter hold.</summary>
/// <param name="Field">What is compared.</param>
/// <param name="Operator">In upper case, such as <c>NOT IN</c>.</param>
/// <param name="Values">What with: none for <c>IS NULL</c>, several for <c>IN</c>, else one, a number or a text.</param>
internal sealed record RunClause(RunField Field, string Operator, IReadOnlyList<object> Values);
