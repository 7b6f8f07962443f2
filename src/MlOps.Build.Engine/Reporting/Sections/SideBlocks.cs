using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>Rows that changed sides between champion and challenger, and what is special about them.</summary>
internal static class SideBlocks
{
    public static IEnumerable<ReportBlock> Of(ChampionSides? sides, int rows, ReportWords words)
    {
        if (sides is null)
            yield break;
        yield return new Paragraph(words.Sentences(Summary(sides, rows, words), Columns(sides, words)));
        if (sides.Columns.Count > 0)
            yield return ColumnTable(sides, words);
        if (sides.Worst.Count > 0)
            yield return new Fold(words.Say("The rows whose error grew most"), [WorstTable(sides, words)]);
    }

    private static string Summary(ChampionSides sides, int rows, ReportWords words)
    {
        if (sides.Worsened + sides.Improved > 0)
            return words.Say($"Of {rows} test rows, the error grew on {sides.Worsened} and shrank on {sides.Improved}.");
        var net = words.Signed(sides.WrongToRight - sides.RightToWrong, 0);
        return words.Say($"Of {rows} test rows, {sides.WrongToRight} went from wrong to right and {sides.RightToWrong} from right to wrong: {net} right.");
    }

    private static string Columns(ChampionSides sides, ReportWords words) =>
        sides.Columns.Count > 0 ? words.Say($"What sets the {sides.Rows} rows that changed most apart from the rest:")
        : sides.Rows == 0 ? ""
        : words.Say("No feature sets them apart from the rest by more than chance.");

    private static ReportTable ColumnTable(ChampionSides sides, ReportWords words) => new(
        [
            new(words.Say("feature")), new(words.Say("association"), true), new(words.Say("in these rows"), true), new(words.Say("in the rest"), true),
        ],
        [.. sides.Columns.Select(column => Row(column, words))]);

    private static string[] Row(ChampionSideColumn column, ReportWords words) =>
    [
        column.Column,
        words.Number(column.Association),
        Shown(column, column.Here, words),
        Shown(column, column.Rest, words),
    ];

    private static string Shown(ChampionSideColumn column, double value, ReportWords words) =>
        column.Group is { } group ? words.Say($"{words.Percent(value)} '{group}'") : words.Say($"mean {words.Number(value)}");

    private static ReportTable WorstTable(ChampionSides sides, ReportWords words) => new(
        [new(words.Say("row")), new(words.Say("model"), true), new(words.Echo("champion"), true)],
        [
            .. sides.Worst.Select(row => new[]
            {
                $"{row.File}({row.Line.ToString(CultureInfo.InvariantCulture)})", words.Number(row.Error), words.Number(row.ChampionError),
            }),
        ]);
}
