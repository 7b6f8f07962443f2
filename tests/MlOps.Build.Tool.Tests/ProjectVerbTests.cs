using System.Text;
using MlOps.Build.Contracts;

namespace MlOps.Build.Tool.Tests;

public sealed class ProjectVerbTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public ProjectVerbTests()
    {
        var rows = new StringBuilder("size,colour,good\n");
        for (var i = 0; i < 60; i++)
            rows.Append($"{i},{(i % 2 == 0 ? "red" : "blue")},{(i % 3 == 0 ? "yes" : "no")}\n");
        _folder.Write("data/rows.csv", rows.ToString());
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Init_writes_a_project_that_validates()
    {
        var run = _folder.Run("init", "data/rows.csv", "--label", "good");
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        foreach (var file in new[] { "schema.yaml", "training-config.yaml", "validation-checklist.md", "model-card.md" })
            File.Exists(_folder[file]).ShouldBeTrue(file);
        File.ReadAllText(Directory.GetFiles(_folder["."], "*.csproj").ShouldHaveSingleItem()).ShouldContain("<MlOpsData Include=\"data/rows.csv\" />");

        var validated = _folder.Run("validate", "--json");
        validated.ExitCode.ShouldBe(ExitCodes.Ok, validated.Error);
        validated.Json.GetProperty("data").GetProperty("rows").GetInt32().ShouldBe(60);
    }

    [Fact]
    public void Init_never_touches_a_file_that_is_there()
    {
        _folder.Write("validation-checklist.md", "- [ ] mine\n");

        var run = _folder.Run("init", "data/rows.csv", "--label", "good");
        run.Output.ShouldContain("kept      validation-checklist.md");
        File.ReadAllText(_folder["validation-checklist.md"]).ShouldBe("- [ ] mine\n");
    }

    [Fact]
    public void Validate_names_the_file_and_line_of_a_broken_rule()
    {
        _folder.Run("init", "data/rows.csv", "--label", "good");
        File.AppendAllText(_folder["data/rows.csv"], "large,red,yes\n");

        var run = _folder.Run("validate");
        run.ExitCode.ShouldBe(ExitCodes.Finding);
        run.Error.ShouldContain("data/rows.csv(62,1): error MLOPS1");
    }

    [Fact]
    public void Validate_holds_data_of_an_environment()
    {
        _folder.Run("init", "data/rows.csv", "--label", "good");
        var rows = File.ReadAllLines(_folder["data/rows.csv"]).Select(line => line[..line.LastIndexOf(',')]);
        _folder.Write("requests.csv", string.Join('\n', rows) + "\n");

        _folder.Run("validate", "--data", "requests.csv").ExitCode.ShouldBe(ExitCodes.Finding);
        _folder.Run("validate", "--data", "requests.csv", "--environment", "serve").ExitCode.ShouldBe(ExitCodes.Ok);
        _folder.Run("validate", "--data", "requests.csv", "--environment", "serv").Error.ShouldContain("MLOPS1107");
    }

    [Fact]
    public void Validate_compares_with_other_data_and_holds_to_an_instant()
    {
        _folder.Write("Model.csproj", "<Project><ItemGroup><MlOpsData Include=\"new.csv\" /></ItemGroup></Project>");
        _folder.Write("new.csv", "kind,day\na,2026-01-10\na,2026-01-20\nb,2026-01-30\n");
        _folder.Write("old.csv", "kind,day\na,2026-01-01\nb,2026-01-02\nb,2026-01-03\n");
        _folder.Write("schema.yaml", "columns: [{name: kind, type: string, drift: {infinity_norm: 0.5}, skew: {infinity_norm: 0.1}}, {name: day, type: date, fresh: {within: 7d}}]");

        var run = _folder.Run("validate", "--previous", "old.csv", "--as-of", "2026-02-01");
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        run.Output.ShouldContain("drift of 'kind' against old.csv: infinity_norm 0.333333, at most 0.5");
        _folder.Run("validate", "--previous", "old.csv", "--as-of", "2026-02-01", "--json").Json
            .GetProperty("data").GetProperty("distances")[0].GetProperty("value").GetDouble().ShouldBe(1 / 3.0, 1e-12);

        run = _folder.Run("validate", "--serving", "old.csv", "--as-of", "2026-03-01");
        run.ExitCode.ShouldBe(ExitCodes.Finding);
        run.Error.ShouldContain("MLOPS1109");
        run.Error.ShouldContain("MLOPS1114");
        _folder.Run("validate").Error.ShouldContain("warning MLOPS1115: undecided: how fresh 'day' is");
        _folder.Run("validate", "--as-of", "today").Error.ShouldContain("--as-of is 'today'; expected a date or a timestamp");
    }

    [Fact]
    public void Validate_needs_no_configuration_to_hold_data_against_a_contract()
    {
        _folder.Run("init", "data/rows.csv", "--label", "good");
        File.Delete(_folder["training-config.yaml"]);
        File.AppendAllText(_folder["data/rows.csv"], "large,red,yes\n");

        var run = _folder.Run("validate", "--json");
        run.ExitCode.ShouldBe(ExitCodes.Finding);
        run.Error.ShouldContain("data/rows.csv(62,1): error MLOPS1013: 'size' is 'large'");
        var data = run.Json.GetProperty("data");
        data.GetProperty("rows").GetInt32().ShouldBe(61);
        data.GetProperty("columns")[0].GetProperty("missing").GetInt32().ShouldBe(1);
        data.GetProperty("violations")[0].GetProperty("code").GetString().ShouldBe("MLOPS1013");
    }

    [Fact]
    public void Validate_reads_configuration_and_checklist_too()
    {
        _folder.Run("init", "data/rows.csv", "--label", "good");
        File.AppendAllText(_folder["training-config.yaml"], "learing_rate: 1\n");

        var run = _folder.Run("validate");
        run.ExitCode.ShouldBe(ExitCodes.Finding);
        run.Error.ShouldContain($"error {ProjectCodes.UnknownKey}: unknown key 'learing_rate'");
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_a_finding()
    {
        var run = _folder.Run("validate", "--project", "nowhere");

        run.ExitCode.ShouldBe(ExitCodes.Finding);
        run.Error.ShouldContain($"error {ToolCodes.ProjectMissing}");
    }
}
