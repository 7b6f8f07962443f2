namespace MlOps.Build.Tool.Tests;

public sealed class ProfileTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_contract_that_is_no_UTF_8_is_refused_at_its_line()
    {
        _folder.Write("data.csv", "a,b\n1,2\n");
        File.WriteAllBytes(_folder["schema.yaml"], [.. "columns:\n- name: caf"u8, 0xE9, .. "\n  type: int64\n"u8]);
        var run = _folder.Run("profile", "--data", "data.csv", "--schema", "schema.yaml");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldStartWith("schema.yaml(2): error MLOPS0204: byte 0xE9 is not UTF-8;");
    }

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
    public void Times_at_the_ends_of_the_calendar_have_a_page()
    {
        _folder.Write("a.csv", "day,instant\n" + string.Concat(Enumerable.Repeat("0001-01-01,0001-01-01T00:00Z\n9999-12-31,9999-12-31T23:59:59.9999999Z\n", 20)));
        var run = _folder.Run("profile", "--data", "a.csv", "--html", "page.html");
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        var page = File.ReadAllText(_folder["page.html"]);
        page.ShouldContain("0001-01-01");
        page.ShouldContain("9999-12-31");
    }

    [Fact]
    public void No_name_and_no_value_reaches_the_terminal_as_a_command()
    {
        _folder.Write("a.csv", "\e[2Jname,kind\n1,\e]0;title\a\n2,\u202Etxt\n");
        foreach (string[] arguments in new[] { ["profile"], ["drift", "--reference", "a.csv"], new[] { "compare", "--reference", "b.csv" } })
        {
            _folder.Write("b.csv", "other\n1\n2\n");
            var run = _folder.Run([.. arguments, "--data", "a.csv"]);
            run.Output.ShouldContain("[U+001B][2Jname");
            (run.Output + run.Error).Where(c => c != '\n' && (char.IsControl(c) || c == '\u202E')).ShouldBeEmpty();
        }
    }

    [Fact]
    public void What_is_read_is_never_written_over()
    {
        _folder.Write("a.csv", "width\n1\n");
        _folder.Write("schema.yaml", "columns:\n- {name: width, type: int64}\n");
        string[][] lines =
        [
            ["profile", "--data", "a.csv", "--output", "./a.csv"],
            ["profile", "--data", "*.csv", "--html", "a.csv"],
            ["profile", "--data", "a.csv", "--schema", "schema.yaml", "--html", "schema.yaml"],
            ["profile", "--data", "a.csv", "--output", "new", "--html", "new"],
            ["profile", "merge", "a.csv", "--output", "a.csv"],
            ["drift", "--reference", "a.csv", "--data", "b.csv", "--output", "a.csv"],
            ["compare", "--reference", "b.csv", "--data", "a.csv", "--output", "a.csv"],
            ["validate", "--suite", "suite.json", "--data", "a.csv", "--output", "suite.json"],
            ["validate", "a.csv", "--suite", "suite.json", "--output", "a.csv"],
        ];
        foreach (var line in lines)
        {
            var run = _folder.Run(line);
            run.ExitCode.ShouldBe(ExitCodes.Usage, string.Join(' ', line));
            run.Error.ShouldContain("Name another file.");
        }

        File.ReadAllText(_folder["a.csv"]).ShouldBe("width\n1\n");
        File.Exists(_folder["new"]).ShouldBeFalse();
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
