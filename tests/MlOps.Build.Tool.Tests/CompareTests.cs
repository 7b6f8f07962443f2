namespace MlOps.Build.Tool.Tests;

public sealed class CompareTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public CompareTests()
    {
        _folder.Write("old.csv", "id,width\n1,5\n2,6\n3,7\n");
        _folder.Write("new.csv", "id,width\n1,5\n2,8\n4,7\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_changed_is_said_by_key_and_may_fail()
    {
        var run = _folder.Run("compare", "--reference", "old.csv", "--data", "new.csv", "--key", "id", "--output", "changes.md", "--fail");
        run.ExitCode.ShouldBe(ExitCodes.Finding);
        run.Output.ShouldContain("added 1, removed 1, changed 1, same 1 by id");
        File.ReadAllText(_folder["changes.md"]).ShouldContain("| 2 | width | 6 | 8 |");
    }

    [Fact]
    public void The_record_is_JSON()
    {
        var rows = _folder.Run("compare", "--reference", "old.csv", "--data", "new.csv", "--key", "id", "--json").Json.GetProperty("diff").GetProperty("rowChanges");
        rows.GetProperty("changed").GetInt64().ShouldBe(1);
        rows.GetProperty("examples")[0].GetProperty("values")[0].GetProperty("after").GetString().ShouldBe("8");
    }

    [Fact]
    public void The_same_file_is_the_same() =>
        _folder.Run("compare", "--reference", "old.csv", "--data", "old.csv", "--key", "id", "--fail").ExitCode.ShouldBe(ExitCodes.Ok);

    [Fact]
    public void Rows_that_share_a_key_are_a_warning_and_a_wrong_key_an_error()
    {
        _folder.Write("twice.csv", "id,width\n1,5\n1,6\n");
        _folder.Run("compare", "--reference", "twice.csv", "--data", "new.csv", "--key", "id").Error.ShouldContain("warning MLOPS1134: 2 rows before and 1 now");
        _folder.Run("compare", "--reference", "old.csv", "--data", "new.csv", "--key", "no").Error.ShouldContain("error MLOPS1133: the key column 'no'");
    }
}
