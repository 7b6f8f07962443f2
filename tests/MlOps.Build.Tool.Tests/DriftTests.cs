using System.Globalization;

namespace MlOps.Build.Tool.Tests;

public sealed class DriftTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public DriftTests()
    {
        Write("old.csv", 0);
        Write("same.csv", 0);
        Write("new.csv", 40);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_does_not_drift_from_its_like()
    {
        var run = _folder.Run("drift", "--reference", "old.csv", "--data", "same.csv", "--fail");
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        run.Output.ShouldContain("0 of 2 columns drift, the data as a whole do not (limit 50 %)");
    }

    [Fact]
    public void The_size_of_a_difference_is_shown_although_nothing_fired()
    {
        Write("near.csv", 2);
        var run = _folder.Run("drift", "--reference", "old.csv", "--data", "near.csv", "--fail");
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        // A shift of 2 over the deviation of 0..99, which is the root of (100 * 100 - 1) / 12.
        var effect = (2 / Math.Sqrt(9999 / 12.0)).ToString("0.0000", CultureInfo.InvariantCulture);
        run.Output.Split('\n').ShouldContain(line => line.StartsWith("width ", StringComparison.Ordinal) && line.EndsWith($" {effect}  no drift", StringComparison.Ordinal), run.Output);
    }

    [Fact]
    public void What_moved_is_named_with_test_and_effect_and_may_fail()
    {
        var run = _folder.Run("drift", "--reference", "old.csv", "--data", "new.csv", "--fail", "--output", "drift.md");
        run.ExitCode.ShouldBe(ExitCodes.Finding);
        run.Output.ShouldContain("1 of 2 columns drift, and with them the data");
        run.Output.Split('\n').ShouldContain(line => line.StartsWith("width ", StringComparison.Ordinal) && line.Contains("  ks  ") && line.EndsWith("  drifts", StringComparison.Ordinal));
        File.ReadAllText(_folder["drift.md"]).ShouldContain("| width | ");
    }

    [Fact]
    public void A_method_may_be_named_and_the_record_is_JSON()
    {
        var json = _folder.Run("drift", "--reference", "old.csv", "--data", "new.csv", "--method", "psi", "--threshold", "0.3", "--json").Json;
        json.GetProperty("drifts").GetBoolean().ShouldBeTrue();
        var column = json.GetProperty("drift").GetProperty("comparisons")[0].GetProperty("columns")[0];
        column.GetProperty("test").GetProperty("method").GetString().ShouldBe("psi");
        column.GetProperty("test").GetProperty("threshold").GetDouble().ShouldBe(0.3);
    }

    [Theory]
    [InlineData("old.csv", "empty.csv", "; missing 0 % before, 100 % now")]
    [InlineData("empty.csv", "old.csv", "; missing 100 % before, 0 % now")]
    public void Columns_that_lost_or_gained_all_of_their_values_drift(string reference, string data, string missing)
    {
        _folder.Write("empty.csv", "width,kind\n" + string.Concat(Enumerable.Repeat(",\n", 200)));
        var run = _folder.Run("drift", "--reference", reference, "--data", data, "--fail");
        run.ExitCode.ShouldBe(ExitCodes.Finding, run.Error);
        run.Output.ShouldContain("2 of 2 columns drift, and with them the data");
        run.Output.Split('\n').Count(line => line.EndsWith("drifts" + missing, StringComparison.Ordinal)).ShouldBe(2, run.Output);
    }

    [Fact]
    public void Files_without_a_common_column_are_an_error()
    {
        _folder.Write("other.csv", "a,b\n1,2\n");
        var run = _folder.Run("drift", "--reference", "old.csv", "--data", "other.csv");
        run.ExitCode.ShouldBe(ExitCodes.Finding);
        run.Error.ShouldContain("error MLOPS1132: no column could be compared");
    }

    [Fact]
    public void An_unknown_method_is_a_wrong_command_line() =>
        _folder.Run("drift", "--reference", "old.csv", "--data", "new.csv", "--method", "kss").ExitCode.ShouldBe(ExitCodes.Usage);

    private void Write(string name, int shift) => _folder.Write(name, "width,kind\n" + string.Concat(Enumerable.Range(0, 200)
        .Select(i => string.Create(CultureInfo.InvariantCulture, $"{(i * 37 % 100) + shift},{(i % 3 == 0 ? "a" : "b")}\n"))));
}
