using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Bootstrap;

namespace MlOps.Build.Engine.Tests.Evaluation.Bootstrap;

public sealed class RowSamplingSourceTests
{
    private const string Rows = "Site,Day,y\na,2024-01-03,1\nb,2024-01-01,0\na,2024-01-02,0\n,2024-01-01,1\n";

    [Fact]
    public void Groups_are_the_columns_values_at_the_test_rows()
    {
        var sampling = Read("{ by: group, column: Site }", [0, 1, 2], out var findings).ShouldNotBeNull();
        sampling.Groups[0].ShouldBe(sampling.Groups[2]);
        sampling.Groups[0].ShouldNotBe(sampling.Groups[1]);
        findings.ShouldBe(["c.yaml(3,27): warning MLOPS4122: The test part has 2 groups of 'Site'; below 20 the intervals are too narrow. "
            + "Give 'split' a larger test part, or resample by a finer column."]);
    }

    [Fact]
    public void Blocks_follow_time_and_then_the_file()
    {
        var sampling = Read("{ by: time, column: Day, block: 1 }", [3, 0, 1], out var findings).ShouldNotBeNull();
        sampling.Order.ShouldBe([2, 0, 1]);
        findings.ShouldHaveSingleItem().ShouldContain("MLOPS4122: The test part has 3 blocks of 1 rows");
    }

    [Fact]
    public void A_test_row_without_a_group_is_an_error()
    {
        Read("{ by: group, column: Site }", [0, 3], out var findings).ShouldBeNull();
        findings.ShouldBe(["c.yaml(3,27): error MLOPS4121: 'Site' has no value in 1 of 2 test rows; 'evaluation.resampling' goes by it. "
            + "Fill the values in, name another column, or write 'resampling: rows'."]);
    }

    private static RowSampling? Read(string resampling, int[] testRows, out List<string> findings)
    {
        var diagnostics = new DiagnosticBag();
        var config = Tables.Config($"task: binary\nlabel: y\nevaluation: {{ resampling: {resampling} }}\n");
        var sampling = new RowSamplingSource(config, Tables.Csv(Rows), testRows, diagnostics).Read();
        findings = Tables.Lines(diagnostics);
        return sampling;
    }
}
