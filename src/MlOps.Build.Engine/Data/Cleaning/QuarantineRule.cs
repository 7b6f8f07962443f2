using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>How many rows may go to the quarantine, and which.</summary>
/// <param name="Limit">The largest share of the rows read, 0 to 1; above it the build stops.</param>
/// <param name="Broken">True when rows that break an error rule of a column go there too.</param>
/// <param name="Position">Where it stands in <c>schema.yaml</c>.</param>
internal sealed record QuarantineRule(double Limit, bool Broken, SourcePosition Position);
