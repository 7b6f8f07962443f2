using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>A table after its declared steps.</summary>
/// <param name="Table">The rows that are left.</param>
/// <param name="RowsRead">The rows before.</param>
/// <param name="Steps">What each step did, in order.</param>
/// <param name="Quarantined">The rows that were set aside, by step and row.</param>
internal sealed record CleanedTable(Table Table, long RowsRead, IReadOnlyList<CleaningSummary> Steps, IReadOnlyList<QuarantinedRow> Quarantined);
