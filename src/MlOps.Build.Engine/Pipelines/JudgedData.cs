using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Cleaning;
using MlOps.Build.Engine.Data.Formats;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Validation;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>Data, held against their contract or against the one that is inferred from them.</summary>
internal sealed record JudgedData
{
    public required ContractResult Result { get; init; }

    public required DataSchema Contract { get; init; }

    /// <summary>In file order.</summary>
    public required IReadOnlyList<BatchColumn> Columns { get; init; }

    /// <summary>The table; null when one reading was enough.</summary>
    public CleanedTable? Held { get; init; }

    /// <summary>As evidence has it, without profiles of the columns.</summary>
    public DataSummary Summary(IReadOnlyList<DataFile> files)
    {
        var summary = Result.Summary(Contract, files);
        return Held is null ? summary : summary with { RowsRead = Held.RowsRead, Cleaning = Held.Steps, Quarantined = Held.Quarantined.Count };
    }

    /// <summary>Reads the data once, and holds them only where that is needed: to infer a contract, to clean, or when it is asked for.</summary>
    /// <param name="sources">The files of the table.</param>
    /// <param name="schema">The contract; null to infer one.</param>
    /// <param name="beside">What else the data are held against.</param>
    /// <param name="isHeld">Whether the table is wanted.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>Null, with errors, when the data cannot be read.</returns>
    public static JudgedData? Of(
        IReadOnlyList<DataSource> sources, DataSchema? schema, Surroundings beside, bool isHeld, DiagnosticBag diagnostics, CancellationToken cancellation) =>
        schema is { Cleaning.IsEmpty: true } && !isHeld
            ? Stream(sources, schema, beside, diagnostics, cancellation)
            : Hold(sources, schema, beside, diagnostics, cancellation);

    private static JudgedData? Stream(
        IReadOnlyList<DataSource> sources, DataSchema schema, Surroundings beside, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        using var opened = OpenedTable.Open(sources, schema, new CsvReading(), diagnostics, cancellation);
        return opened is not null && ContractValidator.Validate(opened.Source, sources[0].Name, schema, beside, diagnostics, cancellation) is { } result
            ? new JudgedData { Result = result, Contract = schema, Columns = opened.Source.Columns }
            : null;
    }

    private static JudgedData? Hold(
        IReadOnlyList<DataSource> sources, DataSchema? schema, Surroundings beside, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (CleanTableReader.Read(sources, schema, diagnostics, cancellation) is not { } cleaned)
            return null;
        var contract = schema ?? SchemaInference.Infer(cleaned.Table);
        var table = new TableBatches(cleaned.Table);
        var result = ContractValidator.Validate(table, DataValidator.FirstFile(cleaned.Table), contract, beside, diagnostics, cancellation)!;
        return new JudgedData { Result = result, Contract = contract, Columns = table.Columns, Held = cleaned };
    }
}
