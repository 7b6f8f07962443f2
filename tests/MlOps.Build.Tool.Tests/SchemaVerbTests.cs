namespace MlOps.Build.Tool.Tests;

public sealed class SchemaVerbTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public SchemaVerbTests()
    {
        _folder.Write("old.yaml", "columns:\n  - name: speed\n    type: float64\n    max: 5\n  - name: d\n    type: string\n");
        _folder.Write("new.yaml", "columns:\n  - name: speed\n    type: float64\n    max: 50\n  - name: d\n    type: string\n");
        _folder.Write("data/a.csv", "speed,d\n1,x\n7,x\n9,x\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_loosened_rule_is_told_with_the_rows_that_it_lets_in()
    {
        var run = _folder.Run("schema", "diff", "old.yaml", "new.yaml", "--data", "data/a.csv");
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        run.Output.ShouldBe("looser   'speed' max 5 -> 50: lets in 2 rows, first data/a.csv(3)\n");
        _folder.Run("schema", "diff", "old.yaml", "new.yaml", "--fail-on", "looser").ExitCode.ShouldBe(ExitCodes.Finding);
        _folder.Run("schema", "diff", "new.yaml", "old.yaml", "--fail-on", "looser").ExitCode.ShouldBe(ExitCodes.Ok);
        _folder.Run("schema", "diff", "new.yaml", "new.yaml", "--fail-on", "any").Output.ShouldBe("the contracts are the same\n");
        _folder.Run("schema", "diff", "old.yaml", "new.yaml", "--data", "data/a.csv", "--json").Json
            .GetProperty("changes")[0].GetProperty("letsIn").GetInt32().ShouldBe(2);
    }

    [Fact]
    public void A_contract_that_is_not_there_is_named()
    {
        var run = _folder.Run("schema", "diff", "old.yaml", "absent.yaml");
        run.ExitCode.ShouldBe(ExitCodes.Finding);
        run.Error.ShouldStartWith("absent.yaml: error MLOPS0204: cannot be read: ");
    }

    [Fact]
    public void The_dictionary_is_written_once()
    {
        _folder.Run("schema", "document", "old.yaml", "-o", "docs/data.md").Output.ShouldBe("written docs/data.md\n");
        File.ReadAllText(_folder["docs/data.md"]).ShouldContain("| speed | float64 |");
        _folder.Run("schema", "document", "old.yaml", "-o", "docs/data.md").Output.ShouldBe("unchanged docs/data.md\n");
        _folder.Run("schema", "document", "old.yaml", "--title", "Speeds").Output.ShouldStartWith("# Speeds: data dictionary\n");
    }
}
