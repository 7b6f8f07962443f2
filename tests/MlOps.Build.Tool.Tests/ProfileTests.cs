namespace MlOps.Build.Tool.Tests;

public sealed class ProfileTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Profiles_of_parts_merge_into_that_of_the_whole()
    {
        _folder.Write("a.csv", "width,kind\n1,a\n2,b\n,a\n");
        _folder.Write("b.csv", "width,kind\n3,a\n2,c\n");
        _folder.Run("profile", "--data", "a.csv", "--output", "a.json").ExitCode.ShouldBe(ExitCodes.Ok);
        _folder.Run("profile", "--data", "b.csv", "--output", "b.json").ExitCode.ShouldBe(ExitCodes.Ok);
        _folder.Run("profile", "--data", "a.csv", "b.csv", "--output", "whole.json").ExitCode.ShouldBe(ExitCodes.Ok);
        var merged = _folder.Run("profile", "merge", "a.json", "b.json", "--output", "merged.json");
        merged.ExitCode.ShouldBe(ExitCodes.Ok, merged.Error);
        merged.Output.ShouldContain("5 rows, 2 columns");
        File.ReadAllText(_folder["merged.json"]).ShouldBe(File.ReadAllText(_folder["whole.json"]));
    }

    [Fact]
    public void A_sensitive_column_is_counted_only()
    {
        _folder.Write("schema.yaml", "columns:\n- {name: width, type: int64}\n- {name: kind, type: string, sensitive: true}\n");
        _folder.Write("a.csv", "width,kind\n1,secret\n2,secret\n");
        var run = _folder.Run("profile", "--data", "a.csv", "--schema", "schema.yaml", "--json");
        run.Output.ShouldNotContain("secret");
        run.Json.GetProperty("profile").GetProperty("columns")[1].GetProperty("sensitive").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void A_reading_and_a_table_in_memory_give_the_same_profile_and_the_same_notes()
    {
        _folder.Write("a.csv", "width,at\n1,2026-01-02 03:04:05\n2.5,2026-01-02 03:04:06\n,2026-01-02 03:04:07\n");
        var read = _folder.Run("profile", "--data", "a.csv", "--output", "read.json");
        var held = _folder.Run("profile", "--data", "a.csv", "--output", "held.json", "--html", "page.html");
        read.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1, read.Error);
        held.Error.ShouldBe(read.Error);
        File.ReadAllText(_folder["read.json"]).ShouldBe(File.ReadAllText(_folder["held.json"]));
    }

    [Fact]
    public void A_page_shows_each_column_in_the_language_asked_for()
    {
        _folder.Write("schema.yaml", "columns:\n- {name: width, type: int64, max: 10}\n- {name: kind, type: string, sensitive: true}\n");
        _folder.Write("a.csv", "width,kind\n1,secret\n2,secret\n30,other\n");
        var run = _folder.Run("profile", "--data", "a.csv", "--schema", "schema.yaml", "--html", "page.html", "--language", "ja");
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        var page = File.ReadAllText(_folder["page.html"]);
        page.ShouldContain("<html lang=\"ja\">");
        page.ShouldContain("a.csv(4)");
        page.ShouldContain("id=\"column-2\"");
        page.ShouldNotContain("secret");
        _folder.Run("profile", "--data", "a.csv", "--language", "xx").ExitCode.ShouldBe(ExitCodes.Usage);
    }

    [Fact]
    public void What_is_no_profile_is_an_error()
    {
        _folder.Write("a.json", "{}");
        var run = _folder.Run("profile", "merge", "a.json", "none.json");
        run.ExitCode.ShouldBe(ExitCodes.Finding);
        run.Error.ShouldContain("a.json: error MLOPS1135: 'a.json' is no profile");
        run.Error.ShouldContain("none.json: error MLOPS1135: 'none.json' does not exist");
    }
}
