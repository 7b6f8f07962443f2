using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Checks a table in memory against its contract.</summary>
internal static class DataValidator
{
    /// <summary>
    /// Every rule, each broken one as a violation and as a diagnostic at its first row. Values of sensitive columns are in neither. Columns
    /// that the table lacks were reported when it was read; profiles of those that it has are the profile stage's to make.
    /// </summary>
    /// <exception cref="ArgumentException">A column has not the contract's type: the table was read with another contract.</exception>
    public static DataSummary Validate(
        Table table, DataSchema schema, IReadOnlyList<DataFile> files, DiagnosticBag diagnostics, CancellationToken cancellation, Surroundings? beside = null)
    {
        return ContractValidator.Validate(new TableBatches(table), FirstFile(table), schema, beside ?? Surroundings.None, diagnostics, cancellation)!
            .Summary(schema, files);
    }

    /// <summary>Where findings about the whole table are said to be.</summary>
    public static string FirstFile(Table table) => table.Origins.Files.Count > 0 ? table.Origins.Files[0] : "";
}
