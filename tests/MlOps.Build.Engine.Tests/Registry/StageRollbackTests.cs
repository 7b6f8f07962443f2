using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry.Rollback;

namespace MlOps.Build.Engine.Tests.Registry;

public sealed class StageRollbackTests : IDisposable
{
    private readonly GitFolder _git = new();
    private readonly DiagnosticBag _diagnostics = [];

    public StageRollbackTests()
    {
        foreach (var (version, day) in new[] { ("1.0.0", 1), ("1.1.0", 2) })
        {
            _git.At($"2026-03-0{day}T10:00:00Z");
            _git.Commit();
            _git.Tag($"model@v{version}", "HEAD", $"Registering\n\nVersion: {version}\nEvidence: e{day}\n");
            _git.Tag($"model#production#{day}");
        }

        _git.At("2026-03-03T10:00:00Z");
    }

    public void Dispose() => _git.Dispose();

    [Fact]
    public void A_rollback_is_one_more_tag_that_says_what_it_undoes_and_what_the_version_was_promoted_with()
    {
        var done = Run(new RollbackOptions { Stage = "production", Reason = "latency", Actor = "ana" }).ShouldNotBeNull();
        (done.Undone!.Version, done.Restored.Version, done.Tag.ToString()).ShouldBe(("1.1.0", "1.0.0", "model#production#3"));
        var tag = _git.History().Current("production")!.Tag;
        tag.Commit.ShouldBe(_git.Git("rev-parse", "model@v1.0.0^{commit}"));
        (tag.Trailers["Evidence"], tag.Trailers["Undoes"], tag.Trailers["Previous"], tag.Trailers["Actor"], tag.Trailers["Reason"])
            .ShouldBe(("e1", "model#production#2", "1.1.0", "ana", "latency"));
    }

    [Fact]
    public void A_dry_run_writes_nothing()
    {
        Run(new RollbackOptions { Stage = "production", DryRun = true }).ShouldNotBeNull();
        _git.TagNames().Length.ShouldBe(4);
    }

    [Theory]
    [InlineData("production", "9.9.9", "MLOPS5105", "'production' has never held model 9.9.9, so nobody has judged it for that stage. It has held 1.0.0, 1.1.0; 'mlops promote' gives it another one.")]
    [InlineData("production", "v1.1.0", "MLOPS5131", "'production' holds model 1.1.0 already. Nothing was changed.")]
    [InlineData("staging", null, "MLOPS5110", "'staging' has never held model, so there is nothing to return to. Its stages are production.")]
    public void What_cannot_be_done_is_said_and_nothing_is_written(string stage, string? to, string code, string message)
    {
        Run(new RollbackOptions { Stage = stage, To = to }).ShouldBeNull();
        var said = _diagnostics.ShouldHaveSingleItem();
        (said.Code, said.Message).ShouldBe((code, message));
        _git.TagNames().Length.ShouldBe(4);
    }

    private RollbackResult? Run(RollbackOptions options) => StageRollback.Run(_git.Open(), options, _diagnostics);
}
