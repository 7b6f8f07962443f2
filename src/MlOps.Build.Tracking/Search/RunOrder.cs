namespace MlOps.Build.Tracking.Search;

/// <summary>What runs are ordered by. Those that lack it come last, whatever the direction.</summary>
internal sealed record RunOrder(RunField Field, bool Descending);
