using MlOps.Build.Contracts;

namespace MlOps.Build.Tool.Tests;

public sealed class PredictTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public PredictTests() => TinyPackage.Write(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rows_come_out_in_order_on_standard_output()
    {
        _folder.Write("new.csv", "other,place,x\na,here,0.75\nb,,0.5\nc,there,0.125\n");

        var run = _folder.Run("predict", "rain.nupkg", "new.csv");
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        run.Output.ShouldBe("probability,Wet\n0.75,true\n0.5,true\n0.125,false\n");
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public void The_files_own_columns_come_first_when_wanted()
    {
        _folder.Write("new.csv", "other,x\n\"a,b\",0.75\n");

        _folder.Run("predict", "rain.nupkg", "new.csv", "--with-inputs").Output.ShouldBe("other,x,probability,Wet\n\"a,b\",0.75,0.75,true\n");
    }

    [Fact]
    public void More_rows_than_a_batch_are_all_predicted()
    {
        _folder.Write("new.csv", "x,place\n" + string.Concat(Enumerable.Range(0, 2500).Select(row => row % 2 == 0 ? "0.25,a\n" : "0.75,a\n")));

        var run = _folder.Run("predict", "rain.nupkg", "new.csv", "-o", "out.csv", "--json");
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        run.Json.GetProperty("rows").GetInt32().ShouldBe(2500);
        var lines = File.ReadAllLines(_folder["out.csv"]);
        lines.Length.ShouldBe(2501);
        lines[^1].ShouldBe("0.75,true");
        Directory.GetFiles(_folder["."], "*.tmp").ShouldBeEmpty();
    }

    [Fact]
    public void A_column_that_may_be_missing_may_be_absent()
    {
        _folder.Write("new.csv", "x,y\n0.75,1\n");

        var run = _folder.Run("predict", "rain.nupkg", "new.csv");
        run.ExitCode.ShouldBe(ExitCodes.Ok);
        run.Error.ShouldContain($"new.csv(1): warning {PackageCodes.UnfitRows}: column 'place'");
    }

    [Fact]
    public void A_column_that_the_model_needs_is_asked_for_by_name()
    {
        _folder.Write("new.csv", "X,place\n0.75,a\n");

        var run = _folder.Run("predict", "rain.nupkg", "new.csv");
        run.ExitCode.ShouldBe(ExitCodes.Finding);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain($"new.csv(1): error {PackageCodes.UnfitRows}: column 'x' is not in the file, and the model needs it. Did you mean 'X'?");
    }

    [Theory]
    [InlineData("x,place\n0.5,a\nhigh,b\n", "'x' is 'high', which is no Float64 value. 1 of 2 rows.")]
    [InlineData("x,place\n0.5,a\n,b\n", "'x' has no value, and the model needs one. 1 of 2 rows.")]
    public void A_value_that_does_not_fit_is_named_with_its_line(string rows, string message)
    {
        _folder.Write("new.csv", rows);

        var run = _folder.Run("predict", "rain.nupkg", "new.csv");
        run.ExitCode.ShouldBe(ExitCodes.Finding);
        run.Error.ShouldContain("new.csv(3): error");
        run.Error.ShouldContain(message);
    }

    [Fact]
    public void Two_documents_do_not_fit_on_standard_output()
    {
        var run = _folder.Run("predict", "rain.nupkg", "new.csv", "--json");

        run.ExitCode.ShouldBe(ExitCodes.Usage);
        run.Error.ShouldContain("--json needs --output");
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_the_machines_fault()
    {
        _folder.Write("new.csv", "x,place\n0.75,a\n");

        var run = _folder.Run("predict", "rain.nupkg", "new.csv", "-o", "no/such/folder/out.csv");
        run.ExitCode.ShouldBe(ExitCodes.Environment);
        run.Error.ShouldContain("error MLOPS");
    }
}
