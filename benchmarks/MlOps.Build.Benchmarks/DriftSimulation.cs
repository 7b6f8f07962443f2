using System.Globalization;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Drift;
using MlOps.Build.Engine.Drift.Measures;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Benchmarks;

/// <summary>
/// Prints how often each rule calls drift: data sets of 20 columns (10 normal, 5 log-normal, 5 of eight categories), reference and current rows of
/// one size, drawn from one distribution or from one that moved by a fiftieth of a standard deviation.
/// </summary>
internal static class DriftSimulation
{
    private const int Columns = 20;

    private static readonly (int Rows, int Sets)[] Sizes = [(100, 200), (1_000, 100), (10_000, 20), (1_000_000, 1)];
    private static readonly string[] Rules =
        ["PSI ≥ 0.25 and p < 0.01 (the kit)", "PSI ≥ 0.25 alone", "auto", "auto, corrected", "psi", "jensenshannon", "ks or chisquare", "ks or chisquare, corrected", "ks or homogeneity, corrected"];

    public static void Run(int most)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        foreach (var shift in new[] { 0, 0.02 })
        {
            Console.WriteLine($"\n{(shift == 0 ? "Nothing moved" : "Moved by 0.02 standard deviations")}: columns called, and data sets with one called at least\n");
            Console.WriteLine($"| rule | {string.Join(" | ", Sizes.Where(size => size.Rows <= most).Select(size => $"{size.Rows:#,0} rows"))} |");
            Console.WriteLine($"|---|{string.Concat(Sizes.Where(size => size.Rows <= most).Select(_ => "--:|"))}");
            var cells = Sizes.Where(size => size.Rows <= most).Select(size => Cells(size.Rows, size.Sets, shift)).ToList();
            for (var rule = 0; rule < Rules.Length; rule++)
                Console.WriteLine($"| {Rules[rule]} | {string.Join(" | ", cells.Select(column => column[rule]))} |");
        }
    }

    private static string[] Cells(int rows, int sets, double shift)
    {
        var (called, touched) = (new int[Rules.Length], new int[Rules.Length]);
        for (var set = 0; set < sets; set++)
        {
            var random = new SeededRandom(17, (rows * 1000L) + set);
            var columns = Enumerable.Range(0, Columns).Select(column => Judge(column, rows, shift, random)).ToList();
            var verdicts = columns.Select(column => column.Verdicts).ToList();
            Correct(columns.Select(column => column.Auto).ToList(), verdicts, 3);
            Correct(columns.Select(column => column.Tested).ToList(), verdicts, 7);
            Correct(columns.Select(column => column.Fair).ToList(), verdicts, 8);
            for (var rule = 0; rule < Rules.Length; rule++)
            {
                called[rule] += verdicts.Count(verdict => verdict[rule]);
                touched[rule] += verdicts.Any(verdict => verdict[rule]) ? 1 : 0;
            }
        }

        return [.. called.Zip(touched, (columns, data) => $"{100.0 * columns / (sets * Columns):0.0} %, {100.0 * data / sets:0} %")];
    }

    private static (bool[] Verdicts, double? Auto, double? Tested, double? Fair) Judge(int column, int rows, double shift, SeededRandom random)
    {
        var (reference, current) = (Draw(column, rows, 0, random), Draw(column, rows, shift, random));
        var drift = ColumnComparer.Compare(reference, current, DriftRule.Of(null), new DriftJudge(null));
        var pair = new DriftPair(DriftSample.Of(reference), DriftSample.Of(current));
        var auto = DriftMeasures.Choose(pair);
        var test = DriftMeasures.ByName[pair.Kind == DriftKind.Number ? "ks" : "chisquare"];
        var (score, p) = (auto.Measure(pair)!.Value.Score, test.Measure(pair)!.Value.Score);
        var alone = auto.IsPValue ? score < auto.Threshold : score >= auto.Threshold;
        bool[] verdicts = [drift.Drifts, drift.Psi >= 0.25, alone, alone, Beyond("psi", pair), Beyond("jensenshannon", pair), p < test.Threshold, false, false];
        var fair = pair.Kind == DriftKind.Number ? p : DriftMeasures.ByName["homogeneity"].Measure(pair)!.Value.Score;
        return (verdicts, auto.IsPValue ? score : null, p, fair);
    }

    private static bool Beyond(string name, DriftPair pair) => DriftMeasures.ByName[name].Measure(pair)!.Value.Score >= DriftMeasures.ByName[name].Threshold;

    private static void Correct(List<double?> pValues, List<bool[]> verdicts, int rule)
    {
        var tested = pValues.Index().Where(item => item.Item is not null).ToList();
        foreach (var (item, adjusted) in tested.Zip(DriftCorrection.Adjust([.. tested.Select(item => item.Item!.Value)])))
            verdicts[item.Index][rule] = adjusted < 0.05;
    }

    private static Column Draw(int column, int rows, double shift, SeededRandom random)
    {
        var values = new double[rows];
        for (var i = 0; i < rows; i++)
            values[i] = NormalDistribution.Quantile((random.NextDouble() * (1 - 1e-12)) + 1e-13) + shift;
        if (column < 10)
            return new Float64Column("x", values, new MissingMask(rows));
        if (column < 15)
            return new Float64Column("x", Array.ConvertAll(values, Math.Exp), new MissingMask(rows));
        // Categories are ranges of the normal value, so that a shift moves rows from each to the next.
        var codes = Array.ConvertAll(values, value => (int)Math.Clamp((value + 2) * 2, 0, 7));
        return new StringColumn("x", codes, [.. Enumerable.Range(0, 8).Select(code => $"c{code}")], new MissingMask(rows));
    }
}
