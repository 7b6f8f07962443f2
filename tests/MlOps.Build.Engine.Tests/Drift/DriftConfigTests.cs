using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Drift;

namespace MlOps.Build.Engine.Tests.Drift;

/// <summary>How the section <c>drift</c> of a configuration is read, and what it changes.</summary>
public sealed class DriftConfigTests
{
    private const string Head = "task: regression\nlabel: y\n";

    [Fact]
    public void Methods_are_read_by_kind_and_by_column_and_written_back()
    {
        var config = Tables.Config(Head + "drift:\n  method: auto\n  numeric: { method: ks, threshold: 0.01 }\n  categorical: psi\n  columns: { x: wasserstein }\n"
            + "  share: 0.3\n  correction: none\n  min_rows: 50\n  limit: 0.2\n  significance: 0.05\n");
        var drift = config.Drift.ShouldNotBeNull();
        (drift.Method, drift.Numeric, drift.Categorical).ShouldBe((new DriftMethod("auto"), new DriftMethod("ks", 0.01), new DriftMethod("psi")));
        drift.Columns["x"].ShouldBe(new DriftMethod("wasserstein"));
        (drift.Share, drift.Corrected, drift.LeastRows, drift.Limit, drift.Significance).ShouldBe((0.3, false, 50, 0.2, 0.05));
        var again = Tables.Config(TrainingConfigFile.Write(config)).Drift.ShouldNotBeNull();
        again.Columns.ShouldBe(drift.Columns);
        (again with { Columns = drift.Columns }).ShouldBe(drift);
    }

    [Theory]
    [InlineData("  method: kss\n", "c.yaml(4,11): error MLOPS1130: 'drift.method': 'kss' is no method. Did you mean 'ks'?")]
    [InlineData("  numeric: chisquare\n", "c.yaml(4,12): error MLOPS1131: 'drift.numeric': 'chisquare' judges texts and booleans, not numbers and dates. Write one of auto, ")]
    [InlineData("  categorical: { method: ks }\n", "c.yaml(4,16): error MLOPS1131: 'drift.categorical': 'ks' judges numbers and dates, not texts and booleans.")]
    public void A_method_that_cannot_be_is_an_error_at_its_place(string lines, string expected)
    {
        var diagnostics = new DiagnosticBag();
        TrainingConfigFile.Parse("c.yaml", Head + "drift:\n" + lines, diagnostics);
        Tables.Lines(diagnostics).ShouldHaveSingleItem().ShouldStartWith(expected);
    }

    [Fact]
    public void A_column_whose_values_its_method_cannot_judge_is_an_error()
    {
        var table = Tables.Csv("x,s,y\n1,a,1\n2,b,2\n");
        var diagnostics = new DiagnosticBag();
        ConfigChecker.CheckColumns(Tables.Config(Head + "drift: { columns: { s: ks, z: ks } }\n"), Tables.Schema(table), diagnostics);
        Tables.Lines(diagnostics).Select(line => line.Split(' ')[2]).ShouldBe(["MLOPS2001:", "MLOPS1131:"], ignoreOrder: true);
    }

    [Fact]
    public void Without_a_method_columns_are_judged_as_before()
    {
        var (before, after) = (Numbers(200, 0), Numbers(200, 3));
        var plain = TableDrift.Compare(before, after, new DriftConfig()).Comparisons[0].Columns[0];
        (plain.Test, plain.Drifts, plain.Undecided).ShouldBe((null, true, false));
        plain.Effect.ShouldNotBeNull().ShouldBeGreaterThan(1);
    }

    [Fact]
    public void A_configured_method_decides_with_its_correction_and_few_rows_are_undecided()
    {
        var config = new DriftConfig { Method = new("ks") };
        var column = TableDrift.Compare(Numbers(200, 0), Numbers(200, 3), config).Comparisons[0].Columns[0];
        (column.Test?.Method, column.Test?.AdjustedPValue, column.Drifts).ShouldBe(("ks", 2 * column.Test?.Score, true), "two columns were tested");
        var few = TableDrift.Compare(Numbers(200, 0), Numbers(29, 3), config).Comparisons[0];
        (few.Columns[0].Undecided, few.Columns[0].Reason, few.Columns[0].Drifts, few.Share).ShouldBe((true, "fewer than 30 values", false, null));
        few.Columns[0].Effect.ShouldNotBeNull("the effect is shown also when nothing can be decided");
    }

    [Fact]
    public void A_column_of_names_is_undecided()
    {
        var names = Tables.Csv("name,k\n" + string.Join('\n', Enumerable.Range(0, 100).Select(i => $"n{i},1")) + "\n");
        TableDrift.Compare(names, names, new DriftConfig { Method = new("auto") }).Comparisons[0].Columns[0].Reason.ShouldBe(null);
        var others = Tables.Csv("name,k\n" + string.Join('\n', Enumerable.Range(0, 100).Select(i => $"m{i},1")) + "\n");
        TableDrift.Compare(names, others, new DriftConfig { Method = new("auto") }).Comparisons[0].Columns[0].Reason
            .ShouldBe("nearly every row holds a value of its own");
    }

    private static MlOps.Build.Engine.Data.Table Numbers(int rows, int shift) =>
        Tables.Csv("x,k\n" + string.Join('\n', Enumerable.Range(0, rows).Select(i => FormattableString.Invariant($"{(i * 37 % 200 / 50.0) + shift + 0.25},1"))) + "\n");
}
