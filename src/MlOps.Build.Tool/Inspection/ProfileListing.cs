using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Tool.Inspection;

/// <summary>A profile as lines.</summary>
internal static class ProfileListing
{
    public static void Show(Report report, DataProfile profile)
    {
        report.Line(Invariant($"{profile.Rows:#,0} rows, {profile.Columns.Count} columns"));
        report.Line($"{"column",-28}  {"type",-9}  {"missing",9}  {"distinct",10}  {"mean",12}  {"deviation",12}  {"minimum",20}  {"median",14}  {"maximum",20}");
        foreach (var column in profile.Columns)
            report.Line(Line(column).TrimEnd());
    }

    private static string Line(ProfiledColumn column)
    {
        var median = column.Type is ColumnType.Date or ColumnType.Timestamp ? null : column.Quantiles.FirstOrDefault(quantile => quantile.Share == 0.5)?.Value;
        var distinct = column.Distinct is { } count ? (column.DistinctError > 0 ? "~" : "") + count.ToString(CultureInfo.InvariantCulture) : "";
        var head = Invariant($"{column.Name.ReplaceLineEndings(" "),-28}  {column.Type.ToString().ToLowerInvariant(),-9}  {column.Missing,9}  {distinct,10}  ");
        return column.Sensitive ? head + "sensitive"
            : column.Type is ColumnType.String or ColumnType.Boolean ? head + string.Join(", ", column.Top.Take(3).Select(value => Invariant($"{value.Value.ReplaceLineEndings(" ")} ({value.Count})")))
            : head + Invariant($"{Number(column.Mean),12}  {Number(column.StandardDeviation),12}  {column.Minimum,20}  {Number(median),14}  {column.Maximum,20}");
    }

    private static string Number(double? value) => value?.ToString("G6", CultureInfo.InvariantCulture) ?? "";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
