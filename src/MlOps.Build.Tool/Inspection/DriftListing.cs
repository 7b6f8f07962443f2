using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Tool.Inspection;

/// <summary>A comparison of two files as lines.</summary>
internal static class DriftListing
{
    public static void Show(Report report, DriftSummary drift, DriftComparison comparison)
    {
        report.Line(Invariant($"{comparison.ReferenceRows:#,0} reference rows, {comparison.Rows:#,0} rows compared"));
        report.Line(Invariant($"{"column",-30}  {"test",-16}  {"score",10}  {"corrected",10}  {"threshold",9}  {"effect",8}  verdict"));
        foreach (var column in comparison.Columns.OrderByDescending(column => column.Drifts).ThenByDescending(column => column.Psi ?? -1))
            report.Line(Line(column).TrimEnd());
        var verdict = comparison.Share is not { } share ? "undecided: no column could be judged"
            : Invariant($"{comparison.Drifting} of {comparison.Compared} columns drift, {(share >= drift.ShareLimit ? "and with them the data" : "the data as a whole do not")} (limit {drift.ShareLimit * 100:0.#} %)");
        report.Line(verdict + (comparison.UndecidedColumns > 0 ? Invariant($"; undecided: {comparison.UndecidedColumns}") : ""));
    }

    private static string Line(ColumnDrift column) => column.Test is not { } test
        ? Invariant($"{Name(column),-30}  {"",-16}  {"",10}  {"",10}  {"",9}  {Number(column.Effect),8}  {Untested(column)}")
        : Invariant($"{Name(column),-30}  {test.Method,-16}  {(test.IsPValue ? "p " : "") + Number(test.Score),10}  {Number(test.AdjustedPValue),10}  {Number(test.Threshold),9}  {Number(column.Effect),8}  {(column.Drifts ? "drifts" : "no drift")}{Missing(column)}");

    private static string Untested(ColumnDrift column) => column switch
    {
        { Undecided: true } => $"undecided: {column.Reason}",
        { Psi: null } => $"not compared: {column.Reason}",
        _ => (column.Drifts ? "drifts" : "no drift") + Missing(column),
    };

    // No test sees missing values; that their share changed stands beside the verdict.
    private static string Missing(ColumnDrift column) => Math.Abs(column.Missing - column.ReferenceMissing ?? 0) < 0.01
        ? ""
        : Invariant($"; missing {column.ReferenceMissing * 100:0.#} % before, {column.Missing * 100:0.#} % now");

    private static string Name(ColumnDrift column) => column.Column.ReplaceLineEndings(" ");

    private static string Number(double? value) => value switch
    {
        null => "",
        > 0 and < 0.0001 => value.Value.ToString("0.#e-0", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("0.####", CultureInfo.InvariantCulture),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
