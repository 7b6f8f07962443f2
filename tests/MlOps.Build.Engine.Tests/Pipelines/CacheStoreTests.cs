using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Pipelines.Caching;

namespace MlOps.Build.Engine.Tests.Pipelines;

public sealed class CacheStoreTests : IDisposable
{
    private readonly PipelineFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void A_damaged_object_is_dropped_said_and_made_again()
    {
        var stage = Built("hello");
        File.WriteAllText(_fixture.OnlyObjectHolding("HELLO"), "HELL0");
        Directory.Delete(_fixture.StateFolder, recursive: true);
        var outcome = _fixture.Run(stage);
        outcome.State.ShouldBe(StageState.Ran);
        outcome.Diagnostics.Single().Code.ShouldBe(BuildCodes.CacheCorrupt);
        outcome.Diagnostics.Single().Message.ShouldBe("cache entry dropped: 'copy.txt' of stage 'copy' is damaged. The stage runs again.");
        File.ReadAllText(_fixture.Copy).ShouldBe("HELLO");
        _fixture.Run(stage).Diagnostics.ShouldBeEmpty();
        _fixture.OnlyObjectHolding("HELLO").ShouldNotBeNull();
    }

    [Fact]
    public void A_damaged_manifest_is_dropped_said_and_made_again()
    {
        var stage = Built("hello");
        var manifest = Directory.EnumerateFiles(Path.Combine(_fixture.CacheFolder, "keys"), "*", SearchOption.AllDirectories).Single();
        File.WriteAllText(manifest, "{");
        Directory.Delete(_fixture.StateFolder, recursive: true);
        var outcome = _fixture.Run(stage);
        outcome.State.ShouldBe(StageState.Ran);
        outcome.Diagnostics.Single().Code.ShouldBe(BuildCodes.CacheCorrupt);
    }

    [Fact]
    public void An_object_that_another_build_pruned_is_no_finding()
    {
        var stage = Built("hello");
        File.Delete(_fixture.OnlyObjectHolding("HELLO"));
        Directory.Delete(_fixture.StateFolder, recursive: true);
        var outcome = _fixture.Run(stage);
        outcome.State.ShouldBe(StageState.Ran);
        outcome.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void A_cache_that_cannot_be_written_is_a_warning()
    {
        File.WriteAllText(_fixture.CacheFolder, "a file, not a folder");
        var outcome = _fixture.Run(new CopyStage(_fixture.Input));
        outcome.State.ShouldBe(StageState.Ran);
        outcome.Diagnostics.Single().Code.ShouldBe(BuildCodes.CacheUnavailable);
        outcome.Diagnostics.Single().Severity.ShouldBe(DiagnosticSeverity.Warning);
    }

    [Fact]
    public void The_list_holds_each_entry_with_its_stage_and_size()
    {
        Built("hello");
        var entry = _fixture.Cache.List().Single();
        (entry.Stage, entry.Headline, entry.Bytes).ShouldBe(("copy", "copied", 9));
        entry.Key.Length.ShouldBe(64);
    }

    [Fact]
    public void Pruning_removes_the_least_recently_used_entries_first()
    {
        Built("one");
        Age(days: 3);
        Built("two");
        Age(days: 2);
        Built("three");
        _fixture.Cache.Prune(limitBytes: 12).ShouldBe(new CachePruning(1, 3, 12));
        _fixture.Cache.List().Count.ShouldBe(2);
        _fixture.Change("one");
        Directory.Delete(_fixture.StateFolder, recursive: true);
        _fixture.Run(new CopyStage(_fixture.Input)).State.ShouldBe(StageState.Ran);
        _fixture.Change("three");
        _fixture.Run(new CopyStage(_fixture.Input)).State.ShouldBe(StageState.FromCache);
    }

    [Fact]
    public void Pruning_to_nothing_empties_the_cache()
    {
        Built("one");
        _fixture.Cache.Prune(0).RemainingBytes.ShouldBe(0);
        _fixture.Cache.List().ShouldBeEmpty();
    }

    [Fact]
    public void A_cache_that_is_off_keeps_nothing()
    {
        var store = new CacheStore(new CacheSettings(null));
        store.Save(new Receipt { Stage = "copy", Key = new string('a', 64), Headline = "", Outputs = [] }, _fixture.StateFolder, []);
        store.List().ShouldBeEmpty();
        store.Restore(new string('a', 64), _fixture.StateFolder, []).ShouldBeNull();
    }

    [Theory]
    [InlineData("/project/cache", "/env", "/xdg", "/project/cache")]
    [InlineData("", "/env", "/xdg", "/env")]
    [InlineData("", "off", "/xdg", null)]
    [InlineData("off", "/env", "/xdg", null)]
    public void The_projects_folder_comes_before_the_variables(string project, string variable, string xdg, string? expected)
    {
        var variables = new Dictionary<string, string> { ["MLOPS_CACHE"] = variable, ["XDG_CACHE_HOME"] = xdg, ["HOME"] = "/home/me" };
        var settings = CacheSettings.Of(project, 0, variables.GetValueOrDefault);
        settings.Folder.ShouldBe(expected is null ? null : Path.GetFullPath(expected));
        settings.LimitBytes.ShouldBe(CacheSettings.DefaultLimit);
    }

    private CopyStage Built(string text)
    {
        _fixture.Change(text);
        var stage = new CopyStage(_fixture.Input);
        _fixture.Run(stage);
        return stage;
    }

    private void Age(int days)
    {
        foreach (var manifest in Directory.EnumerateFiles(Path.Combine(_fixture.CacheFolder, "keys"), "*", SearchOption.AllDirectories))
        {
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(manifest) < TimeSpan.FromDays(1))
                File.SetLastWriteTimeUtc(manifest, DateTime.UtcNow.AddDays(-days));
        }
    }
}
