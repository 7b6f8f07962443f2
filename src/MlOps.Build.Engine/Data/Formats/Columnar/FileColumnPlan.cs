using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Formats.Columnar;

/// <summary>A column of columnar files and the type as which the table has it: the contract's, or the file's own.</summary>
internal sealed record FileColumnPlan(FileColumn Column, ColumnType Type)
{
    /// <summary>Null, with an error, when a file's column cannot be read, or not as the contract says.</summary>
    public static FileColumnPlan? Of(
        FileColumn column, ColumnType? wanted, IReadOnlyList<(IColumnFile File, string Name)> files, DiagnosticBag diagnostics)
    {
        foreach (var (file, name) in files)
        {
            var own = file.Columns[column.Index];
            var type = wanted ?? column.Type;
            if (own.Unreadable is { } reason)
                diagnostics.Error(own.IsNested ? ParquetCodes.Nested : ParquetCodes.Unsupported, $"column {Shown.Text(own.Name)}: {reason}.", new SourcePosition(name));
            else if (own.Type is not { } has || type is not { } wants || !Holds(has, wants))
                diagnostics.Error(DataCodes.TypeMismatch, Differs(own, type), new SourcePosition(name));
            else
                continue;
            return null;
        }

        return new FileColumnPlan(column, wanted ?? column.Type!.Value);
    }

    // Numbers may be read as wider ones; a whole number beyond 2^53 is rounded then, as it is from text.
    private static bool Holds(ColumnType has, ColumnType wants) =>
        has == wants || (ColumnTypes.IsNumber(has) && wants == ColumnType.Float64) || (has == ColumnType.Int64 && wants == ColumnType.Float32);

    private static string Differs(FileColumn column, ColumnType? type) =>
        $"{Shown.Text(column.Name)} is {column.LogicalType}, read as {(column.Type is { } own ? ColumnTypes.Name(own) : "nothing")}; "
        + $"{(type is { } wanted ? ColumnTypes.Name(wanted) : "another type")} is expected. Convert the file, or change 'type'.";
}
