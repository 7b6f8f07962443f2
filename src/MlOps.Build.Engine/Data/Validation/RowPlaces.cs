using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Places of rows and rules in messages.</summary>
internal static class RowPlaces
{
    public static ViolationExample Example(Table table, int row, int field, string? value) =>
        new(table.Origins.File(row), table.Origins.Line(row), field, value);

    /// <summary>The message at the first failing row.</summary>
    public static Diagnostic Diagnose(Violation violation, string message)
    {
        var first = violation.Examples[0];
        return new Diagnostic
        {
            Code = violation.Code,
            Severity = violation.Severity,
            Message = message,
            Position = new SourcePosition(first.File, first.Line, first.Field),
        };
    }

    public static string Contract(SourcePosition position) =>
        position.ToString() is { Length: > 0 } place ? place : "the inferred contract";

    /// <summary>"3 of 10,000 rows, also line 902, line 1004".</summary>
    public static string Share(FailingRows failing, Table table)
    {
        var share = $"{Shown.Count(failing.Count)} of {Shown.Count(table.RowCount, "row")}";
        if (failing.First.Count < 2)
            return share;
        var home = table.Origins.File(failing.First[0]);
        var others = failing.First.Skip(1).Select(row => Place(table.Origins, row, home));
        return $"{share}, also {string.Join(", ", others)}{(failing.Count > failing.First.Count ? " …" : "")}";
    }

    private static string Place(RowOrigins origins, int row, string home) =>
        origins.File(row) == home ? $"line {origins.Line(row)}" : new SourcePosition(origins.File(row), origins.Line(row)).ToString();
}
