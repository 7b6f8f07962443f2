namespace MlOps.Build.Tool.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("init")]
    [InlineData("validate")]
    [InlineData("inspect")]
    [InlineData("verify")]
    [InlineData("diff")]
    [InlineData("predict")]
    [InlineData("expectations import")]
    [InlineData("expectations export")]
    [InlineData("cache list")]
    [InlineData("cache prune")]
    [InlineData("doctor")]
    public void Every_verb_has_help_with_examples_and_json(string verb)
    {
        var run = _folder.Run([.. verb.Split(' '), "--help"]);

        run.ExitCode.ShouldBe(ExitCodes.Ok);
        run.Output.ShouldContain("Examples:");
        run.Output.ShouldContain($"mlops {verb}");
        run.Output.ShouldContain("--json");
    }

    [Theory]
    [InlineData]
    [InlineData("frobnicate")]
    [InlineData("inspect")]
    [InlineData("inspect", "a", "b")]
    [InlineData("diff", "a")]
    [InlineData("diff", "a", "b", "--fail-on", "nothing")]
    [InlineData("cache")]
    [InlineData("cache", "prune", "--limit", "much")]
    [InlineData("cache", "prune", "--limit", "-1")]
    public void A_wrong_command_line_is_said_and_exits_with_2(params string[] arguments)
    {
        var run = _folder.Run(arguments);

        run.ExitCode.ShouldBe(ExitCodes.Usage);
        run.Error.ShouldContain("mlops: error:");
    }

    [Fact]
    public void An_empty_cache_lists_and_prunes()
    {
        _folder.Run("cache", "list", "--json").Json.GetProperty("entries").GetArrayLength().ShouldBe(0);
        _folder.Run("cache", "prune", "--limit", "0", "--json").Json.GetProperty("remainingBytes").GetInt64().ShouldBe(0);
    }
}
