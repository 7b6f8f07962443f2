using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Labels;

namespace MlOps.Build.Engine.Splitting;

/// <summary>Checks a finished split, however it was made.</summary>
internal static class SplitChecker
{
    /// <returns>True when no error was found; warnings may have been.</returns>
    public static bool Check(Table table, DataSchema schema, TrainingConfig config, Label label, Split split, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        var input = new SplitInput(table, schema, config, label);
        if (CheckCoverage(input, split, found))
        {
            CheckNotEmpty(input, split, found);
            new SplitBoundaryChecker(input, split, found).Check();
            new SplitClassChecker(input, split, found).Check();
            LabelShiftChecker.Check(input, split, found);
        }

        diagnostics.AddRange(found);
        return !found.HasErrors;
    }

    private static bool CheckCoverage(SplitInput input, Split split, DiagnosticBag diagnostics)
    {
        var times = new int[input.Table.RowCount];
        foreach (var row in Rows(split).SelectMany(part => part.Rows))
        {
            if (row < 0 || row >= times.Length)
                return Uncovered(input, $"the split names row {row}; the table has {times.Length}.", diagnostics);
            times[row]++;
        }

        var wrong = Array.FindIndex(times, count => count > 1);
        if (wrong >= 0)
            return Uncovered(input, $"the row at {input.PositionOf(wrong)} is in the split {times[wrong]} times.", diagnostics);
        var rows = Enumerable.Range(0, times.Length);
        wrong = rows.FirstOrDefault(row => times[row] == (float.IsNaN(input.Label.Values[row]) ? 1 : 0), -1);
        if (wrong < 0)
            return true;
        var what = times[wrong] == 0 ? "in no part" : "in a part without having a label";
        return Uncovered(input, $"the row at {input.PositionOf(wrong)} is {what}.", diagnostics);
    }

    private static bool Uncovered(SplitInput input, string message, DiagnosticBag diagnostics)
    {
        var way = " Each labelled row belongs to one part; make the split again.";
        diagnostics.Error(FeatureCodes.SplitRowCoverage, message + way, input.Config.Split.Position);
        return false;
    }

    private static void CheckNotEmpty(SplitInput input, Split split, DiagnosticBag diagnostics)
    {
        foreach (var (part, rows) in Rows(split).Where(part => part.Rows.Length == 0))
        {
            var sizes = string.Join(", ", Rows(split).Select(other => $"{other.Part.ToString().ToLowerInvariant()} {other.Rows.Length}"));
            diagnostics.Error(
                FeatureCodes.SplitPartEmpty,
                $"the {part.ToString().ToLowerInvariant()} part has no rows ({sizes}). {WayOut(input.Config.Split.Method)}",
                input.Config.Split.Position);
        }
    }

    private static string WayOut(SplitMethod method) => method switch
    {
        SplitMethod.Time => "Give it a larger share, or other dates.",
        SplitMethod.Group => "Give it a larger share, or choose a column with more groups.",
        SplitMethod.Stratified => "Every class has too few rows to be divided: add rows, give it a larger share, or split 'by: random'.",
        _ => "Give it a larger share, or add rows.",
    };

    internal static IReadOnlyList<(SplitPart Part, int[] Rows)> Rows(Split split) =>
        [(SplitPart.Train, split.Train), (SplitPart.Validation, split.Validation), (SplitPart.Test, split.Test)];
}
