using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Packaging.Scoring;

/// <summary>Reads rows that a packaged model is to predict: columns by name, other columns left alone.</summary>
internal static class RowsToScore
{
    /// <summary>The rows; null, with errors, when a needed column or value is not there.</summary>
    public static Table? Read(DataSource source, ModelSignature signature, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        using var opened = OpenedFiles.Open([source], diagnostics);
        if (!opened.All || CsvHeaders.Read(opened.Files, null, new CsvFormat(), new CsvReading(), diagnostics) is not [{ Header: { } header }])
            return null;
        CheckColumns(header, signature, diagnostics);
        if (diagnostics.HasErrors || TableReader.Read(opened.Files, SchemaOf(header, signature), diagnostics, cancellationToken) is not { } table)
            return null;
        CheckValues(table, signature, diagnostics);
        return diagnostics.HasErrors ? null : table;
    }

    private static DataSchema SchemaOf(FileHeader header, ModelSignature signature) => new()
    {
        Columns =
        [
            .. header.Names.Select(name => new ColumnSchema
            {
                Name = name,
                Type = signature.Inputs.FirstOrDefault(input => input.Name == name)?.Type ?? ColumnType.String,
            }),
        ],
    };

    private static void CheckColumns(FileHeader header, ModelSignature signature, DiagnosticBag diagnostics)
    {
        var place = new SourcePosition(header.File, header.Line);
        var others = header.Names.Where(name => signature.Inputs.All(input => input.Name != name)).ToList();
        foreach (var input in signature.Inputs.Where(input => !header.Names.Contains(input.Name)))
        {
            var hint = DidYouMean.Sentence(input.Name, others);
            if (input.Nullable)
                diagnostics.Warning(PackageCodes.UnfitRows, $"column '{input.Name}' is not in the file; every row is predicted without it.{hint}", place);
            else
                diagnostics.Error(PackageCodes.UnfitRows, $"column '{input.Name}' is not in the file, and the model needs it.{hint} Add or rename it.", place);
        }
    }

    private static void CheckValues(Table table, ModelSignature signature, DiagnosticBag diagnostics)
    {
        var unread = table.Unread.Select(values => values.Column).ToHashSet(StringComparer.Ordinal);
        foreach (var values in table.Unread)
        {
            var type = signature.Inputs.First(input => input.Name == values.Column).Type;
            Report(table, values.Rows[0], values.Rows.Count, $"'{values.Column}' is '{values.Texts[0]}', which is no {type} value", diagnostics);
        }

        foreach (var input in signature.Inputs.Where(input => !input.Nullable && !unread.Contains(input.Name)))
        {
            if (table.Find(input.Name) is { Missing.Count: > 0 } column)
                Report(table, FirstMissing(column), column.Missing.Count, $"'{input.Name}' has no value, and the model needs one", diagnostics);
        }
    }

    private static int FirstMissing(Column column)
    {
        var row = 0;
        while (!column.IsMissing(row))
            row++;
        return row;
    }

    private static void Report(Table table, int row, int count, string what, DiagnosticBag diagnostics) => diagnostics.Error(
        PackageCodes.UnfitRows,
        $"{what}. {count} of {table.RowCount} rows. Correct or remove {(count == 1 ? "it" : "them")}.",
        new SourcePosition(table.Origins.File(row), table.Origins.Line(row)));
}
