using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>The sentence under a plot of partial dependence: where the mean prediction is lowest and highest.</summary>
internal static class DependenceWords
{
    public static string Of(ColumnDependence column, IReadOnlyList<string> classes, bool shares, ReportWords words)
    {
        var outputs = column.Points.Min(point => point.Means.Count);
        var most = Enumerable.Range(0, outputs).MaxBy(output => Range(column, output));
        var (low, high) = (column.Points.MinBy(point => point.Means[most])!, column.Points.MaxBy(point => point.Means[most])!);
        string Text(DependencePoint point) => shares ? words.Percent(point.Means[most]) : words.Number(point.Means[most]);
        if (Range(column, most) == 0)
            return words.Say($"The mean is {Text(low)} whatever the value.");
        return outputs > 1 && most < classes.Count
            ? words.Say($"{classes[most]} moves most: its mean is lowest, {Text(low)}, at {low.Value} and highest, {Text(high)}, at {high.Value}.")
            : words.Say($"The mean is lowest, {Text(low)}, at {low.Value} and highest, {Text(high)}, at {high.Value}.");
    }

    private static double Range(ColumnDependence column, int output) =>
        column.Points.Max(point => point.Means[output]) - column.Points.Min(point => point.Means[output]);
}
