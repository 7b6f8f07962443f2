using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Features.Leakage;

/// <summary>
/// How well each column alone predicts the label, out of fold: a training row is predicted by the mean label of the rows of the other
/// four folds that share its value (numbers: its quantile bin; regression also by a straight line over all rows and in each bin,
/// whichever is best). Classes give the area under the ROC curve, one against the rest, averaged; a regression gives R².
/// </summary>
internal static class LeakageScan
{
    public const string Auc = "auc";
    public const string R2 = "r2";

    private const int Folds = 5;
    private const long Stream = 0x1EAC;

    /// <summary>One score a column, worst (highest) first, ties by name.</summary>
    public static IReadOnlyList<LeakageScore> Scan(IReadOnlyList<Column> columns, Label label, int[] train, long seed)
    {
        var folds = FoldOf(train.Length, seed);
        var labels = train.Select(row => (double)label.Values[row]).ToArray();
        return [.. columns
            .Select(column => Score(column, label.Classes.Count, labels, train, folds))
            .OrderByDescending(score => score.Value)
            .ThenBy(score => score.Column, StringComparer.Ordinal)];
    }

    private static LeakageScore Score(Column column, int classes, double[] labels, int[] train, int[] folds)
    {
        var cells = Bins.Of(column, train).Cells(folds, Folds);
        if (classes == 0)
            return new LeakageScore(column.Name, R2, RegressionScore.Best(column, cells, labels, train, folds, Folds));
        if (classes == 2)
            return new LeakageScore(column.Name, Auc, ClassScore.Area(cells, labels, 1, Folds));
        var all = Enumerable.Range(0, classes).Select(index => ClassScore.Area(cells, labels, index, Folds));
        var areas = all.Where(double.IsFinite).ToArray();
        return new LeakageScore(column.Name, Auc, areas.Length == 0 ? 0.5 : FixedSum.Sum(areas) / areas.Length);
    }

    private static int[] FoldOf(int rows, long seed)
    {
        var folds = Enumerable.Range(0, rows).Select(i => i % Folds).ToArray();
        new SeededRandom(seed, Stream).Shuffle<int>(folds);
        return folds;
    }
}
