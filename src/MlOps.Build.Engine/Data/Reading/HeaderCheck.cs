using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>Compares headers with each other and with the contract.</summary>
internal static class HeaderCheck
{
    /// <summary>True when every file has the columns of the first, in the same order.</summary>
    public static bool Same(IReadOnlyList<FileHeader> headers, DiagnosticBag diagnostics)
    {
        var same = true;
        foreach (var header in headers.Skip(1).Where(header => !header.Names.SequenceEqual(headers[0].Names)))
        {
            same = false;
            var field = FirstDifference(headers[0].Names, header.Names);
            diagnostics.Error(
                DataCodes.HeadersDiffer,
                $"column {field + 1} is {Name(header, field)}; {headers[0].File} has {Name(headers[0], field)} there. "
                    + "Files of one table need the same columns in the same order.",
                new SourcePosition(header.File, header.Line, Math.Min(field, header.Names.Count - 1) + 1));
        }

        return same;
    }

    /// <summary>Reports columns that the file lacks and columns that the contract lacks.</summary>
    public static void Against(FileHeader header, DataSchema schema, DiagnosticBag diagnostics)
    {
        if (schema.IsPartial)
            return;
        var names = header.Names.ToHashSet(StringComparer.Ordinal);
        foreach (var column in schema.Columns.Where(column => schema.Requires(column) && !names.Contains(column.Name)))
            diagnostics.Report(DataCodes.ColumnMissing, column.Severity, Absent(header, schema, column), new(header.File, header.Line));
        var absent = schema.Columns.Select(column => column.Name).Where(name => !names.Contains(name)).ToList();
        for (var i = 0; i < header.Names.Count; i++)
        {
            var position = new SourcePosition(header.File, header.Line, i + 1);
            if (schema.Find(header.Names[i]) is not { } column)
                diagnostics.Error(DataCodes.ColumnNotInContract, Unknown(absent, header.Names[i]), position);
            else if (column.KeyPositions.ContainsKey("environments") && !DataEnvironments.IsHere(schema, column))
                diagnostics.Warning(DataCodes.ColumnNotInEnvironment, Elsewhere(schema, column), position);
        }
    }

    private static string Absent(FileHeader header, DataSchema schema, ColumnSchema column)
    {
        var unknown = header.Names.Where(name => schema.Find(name) is null);
        return $"column {Shown.Text(column.Name)} is missing; {column.Position} requires it."
            + $"{DidYouMean.Sentence(column.Name, unknown)} Add it, or set 'required: false' there.";
    }

    private static string Unknown(IEnumerable<string> absent, string name) =>
        $"column {Shown.Text(name)} is not in the contract.{DidYouMean.Sentence(name, absent)} Add it to schema.yaml, or remove it.";

    private static string Elsewhere(DataSchema schema, ColumnSchema column) =>
        $"column {Shown.Text(column.Name)} is there; {column.PositionOf("environments")} has it in {string.Join(", ", column.Environments)} only,"
        + $" and these are data of {schema.Environment ?? DataEnvironments.Of(schema)[0]}. Remove it, or widen 'environments'.";

    private static int FirstDifference(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var at = 0;
        while (at < left.Count && at < right.Count && left[at] == right[at])
            at++;
        return at;
    }

    private static string Name(FileHeader header, int field) => field < header.Names.Count ? Shown.Text(header.Names[field]) : "absent";
}
