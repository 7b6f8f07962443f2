using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Profiles;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Validation.Besides;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Checks a table in memory against its contract, and profiles it.</summary>
internal static class DataValidator
{
    /// <summary>
    /// Every rule, each broken one as a violation and as a diagnostic at its first row; and a profile of every column. Values of
    /// sensitive columns are in neither. Columns that the table lacks were reported when it was read.
    /// </summary>
    /// <exception cref="ArgumentException">A column has not the contract's type: the table was read with another contract.</exception>
    public static DataSummary Validate(
        Table table, DataSchema schema, IReadOnlyList<DataFile> files, DiagnosticBag diagnostics, CancellationToken cancellation, Surroundings? beside = null)
    {
        var firstFile = table.Origins.Files.Count > 0 ? table.Origins.Files[0] : "";
        var result = ContractValidator.Validate(new TableBatches(table), firstFile, schema, beside ?? Surroundings.None, diagnostics, cancellation)!;
        return new DataSummary
        {
            Files = files,
            Rows = result.Rows,
            Rules = result.Rules,
            Inferred = schema.Inferred,
            License = schema.License,
            Columns = Profiles(table, schema, cancellation),
            Violations = result.Violations,
            Distances = result.Distances,
            Quality = result.Quality,
        };
    }

    private static ColumnProfile[] Profiles(Table table, DataSchema schema, CancellationToken cancellation)
    {
        var profiles = new ColumnProfile[table.Columns.Count];
        Parallel.For(0, profiles.Length, new ParallelOptions { CancellationToken = cancellation }, i =>
            profiles[i] = ColumnProfiler.Profile(table.Columns[i], schema.Find(table.Columns[i].Name)?.Sensitive == true));
        return profiles;
    }
}
