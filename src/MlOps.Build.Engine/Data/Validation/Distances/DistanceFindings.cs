using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation.Distances;

/// <summary>Turns distances into evidence and messages.</summary>
internal static class DistanceFindings
{
    private const int MostNamed = 3;

    public static Finding TooFar(ColumnSchema column, Comparator comparator, (string Name, double Limit) rule, Distance distance, TablePlace place)
    {
        var most = distance.Most is { } value && !column.Sensitive
            ? $", most at {Shown.Text(value.Value)} ({Percent(value.Ours)}, there {Percent(value.Theirs)})"
            : "";
        var message = $"{Shown.Text(column.Name)} is not as in {comparator.Files[0].Name}: {rule.Name} is {distance.Value!.Value.ToString("0.######", CultureInfo.InvariantCulture)}{most}; "
            + $"{RowPlaces.Contract(column.PositionOf(comparator.Key))} allows {Shown.Number(rule.Limit)} for {comparator.Key}. "
            + $"Look at what changed, or raise {Shown.Text(rule.Name)}.";
        return Of(DataCodes.DistanceTooLarge, column, comparator, $"{comparator.Key} {rule.Name} at most {Shown.Number(rule.Limit)}", message, place);
    }

    public static Finding NotCompared(ColumnSchema column, Comparator comparator, string fault, TablePlace place)
    {
        var message = $"{comparator.Key} of {Shown.Text(column.Name)} against {comparator.Files[0].Name} could not be told: {fault} "
            + $"{RowPlaces.Contract(column.PositionOf(comparator.Key))} asks for it.";
        return Of(DataCodes.NotCompared, column, comparator, $"{comparator.Key} {comparator.Limits(column)}", message, place);
    }

    /// <summary>A note: a build of the training data alone, which has nothing to compare with, is none to be warned of.</summary>
    public static Diagnostic NothingToCompare(IReadOnlyList<ColumnSchema> columns, Comparator comparator) => new()
    {
        Code = DataCodes.NotCompared,
        Severity = DiagnosticSeverity.Info,
        Message = $"undecided: {comparator.Key} of {string.Join(", ", columns.Take(MostNamed).Select(column => Shown.Text(column.Name)))}"
            + $"{(columns.Count > MostNamed ? $" and {Shown.Count(columns.Count - MostNamed, "more column")}" : "")}, because {comparator.WayOut}.",
        Position = columns[0].PositionOf(comparator.Key),
    };

    private static Finding Of(string code, ColumnSchema column, Comparator comparator, string rule, string message, TablePlace place)
    {
        var violation = new Violation
        {
            Code = code,
            Column = column.Name,
            Rule = rule,
            Count = place.Rows,
            Share = 1,
            Severity = column.Severity,
            RulePosition = column.PositionOf(comparator.Key),
        };
        var diagnostic = new Diagnostic { Code = code, Severity = column.Severity, Message = message, Position = new SourcePosition(place.File) };
        return new Finding(violation, diagnostic);
    }

    private static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
