using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Cleaning;
using MlOps.Build.Engine.Data.Formats;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>Judges a suite by data files, without a project. They are read in batches and never held, unless the contract cleans them first.</summary>
internal static class SuiteCheck
{
    /// <summary>Adds each expectation that is not met, at the first row that does not meet it.</summary>
    /// <param name="files">The files of one table.</param>
    /// <param name="suite">What is expected.</param>
    /// <param name="schema">The contract whose types hold; null: they are inferred.</param>
    /// <param name="options">How it is judged; columns that the contract calls sensitive are added.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <returns>Null, with errors, when the files cannot be read as a table.</returns>
    public static SuiteResult? Run(
        IReadOnlyList<DataSource> files,
        ExpectationSuite suite,
        DataSchema? schema,
        SuiteOptions options,
        DiagnosticBag diagnostics,
        CancellationToken cancellation)
    {
        var sensitive = schema?.Columns.Where(column => column.Sensitive).Select(column => column.Name) ?? [];
        var masked = options with { Sensitive = sensitive.Concat(options.Sensitive).ToHashSet(StringComparer.Ordinal) };
        if (schema is { Cleaning.IsEmpty: false })
        {
            return CleanTableReader.Read(files, schema, diagnostics, cancellation) is { Table: var table }
                ? Judge(new TableBatches(table), files[0].Name, suite, masked, diagnostics, cancellation)
                : null;
        }

        using var opened = OpenedTable.Open(files, schema, new CsvReading(), diagnostics, cancellation);
        return opened is not null
            ? Judge(opened.Source, files[0].Name, suite, masked, diagnostics, cancellation)
            : null;
    }

    private static SuiteResult? Judge(
        IBatchSource source, string home, ExpectationSuite suite, SuiteOptions options, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (SuiteValidator.Validate(source, suite, options, diagnostics, cancellation) is not { } result)
            return null;
        diagnostics.AddRange(result.Results
            .Select(single => ExpectationFindings.Of(single, source.Columns, result.Rows, home)?.Diagnostic)
            .OfType<Diagnostic>());
        return result;
    }
}
