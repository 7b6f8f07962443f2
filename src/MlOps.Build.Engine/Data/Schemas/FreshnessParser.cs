using System.Globalization;
using System.Text.RegularExpressions;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>Reads and writes <c>fresh</c> of a column.</summary>
internal static partial class FreshnessParser
{
    public static Freshness? Read(YamlSection column)
    {
        if (column.Section("fresh") is not { } section)
            return null;
        var (within, of) = (section.Text("within"), section.Text("of"));
        section.RejectUnknownKeys();
        if (within is null)
            section.Missing("within", "It is the greatest age of the newest value, such as 12h, 7d or 2w.");
        else if (Period(within) is null)
            section.Invalid("within", $"'within' is {Shown.Text(within)}; expected a period above 0 such as 30min, 12h, 7d or 2w.");
        if (of is not null && Freshness.Instant(of) is null)
            section.Invalid("of", $"'of' is {Shown.Text(of)}; expected a date or a timestamp, such as 2026-01-31 or 2026-01-31T06:00Z.");
        return within is not null && Period(within) is { } period ? new Freshness { WithinText = within, Within = period, Of = of } : null;
    }

    // What has been read as an instant holds no sign that YAML has another meaning for.
    public static string? Text(Freshness? fresh) =>
        fresh is null ? null : $"{{within: {fresh.WithinText}{(fresh.Of is null ? "" : $", of: {fresh.Of.Trim()}")}}}";

    /// <summary>Null when the text is no period above 0.</summary>
    public static TimeSpan? Period(string text)
    {
        if (Form().Match(text) is not { Success: true } match)
            return null;
        var unit = match.Groups["unit"].Value switch
        {
            "s" => TimeSpan.TicksPerSecond,
            "min" => TimeSpan.TicksPerMinute,
            "h" => TimeSpan.TicksPerHour,
            "d" => TimeSpan.TicksPerDay,
            _ => 7 * TimeSpan.TicksPerDay,
        };
        var ticks = double.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture) * unit;
        return ticks is >= 1 and < long.MaxValue ? TimeSpan.FromTicks((long)ticks) : null;
    }

    /// <summary>A column that holds no times.</summary>
    public static IEnumerable<ContractFault> Faults(ColumnSchema column)
    {
        if (column.KeyPositions.ContainsKey("fresh") && column.Type is not (ColumnType.Date or ColumnType.Timestamp))
            yield return new("fresh", $"'fresh' is a rule for dates and timestamps, but {Shown.Text(column.Name)} is {ColumnTypes.Name(column.Type)}. Remove it.");
    }

    [GeneratedRegex(@"^(?<count>[0-9]{1,9}(\.[0-9]{1,9})?) ?(?<unit>s|min|h|d|w)$")]
    private static partial Regex Form();
}
