namespace MlOps.Build.Engine.Tests.Registry;

/// <summary>Tags as GTO makes them, in a real repository.</summary>
public sealed class ArtifactHistoryTests : IDisposable
{
    private readonly GitFolder _git = new();

    public void Dispose() => _git.Dispose();

    [Fact]
    public void A_stage_holds_the_version_of_the_tagged_commit_until_another_takes_it_and_gets_it_back_when_that_is_taken_out()
    {
        Register("1.0.0", "2026-03-01T10:00:00Z");
        Register("1.1.0", "2026-03-02T10:00:00Z");
        Tag("model#production#1", "2026-03-03T10:00:00Z", "model@v1.0.0");
        Tag("model#production#2", "2026-03-04T10:00:00Z", "model@v1.1.0");
        Tag("model#production!#3", "2026-03-05T10:00:00Z", "model@v1.1.0");
        var history = _git.History();
        history.At("production", Moment("2026-03-03T09:59:59Z")).ShouldBeNull();
        history.At("production", Moment("2026-03-03T10:00:00Z"))!.Version.ShouldBe("1.0.0");
        history.At("production", Moment("2026-03-04T10:00:00Z"))!.Version.ShouldBe("1.1.0");
        history.At("production", Moment("2026-03-06T00:00:00Z"))!.Version.ShouldBe("1.0.0");
        history.Current("production")!.Start.Name.ToString().ShouldBe("model#production!#3");
        history.NextCounter.ShouldBe(4);
        history.Changes("production").ShouldBe(3);
    }

    [Fact]
    public void Rolling_back_twice_goes_down_and_never_back_to_what_was_refused()
    {
        foreach (var (version, day) in new[] { ("1.0.0", 1), ("1.1.0", 2), ("1.2.0", 3) })
        {
            Register(version, $"2026-03-0{day}T10:00:00Z");
            Tag($"model#production#{day}", $"2026-03-0{day}T11:00:00Z", $"model@v{version}");
        }

        Below().ShouldBe("1.1.0");
        Tag("model#production#4", "2026-03-04T10:00:00Z", "model@v1.1.0");
        Below().ShouldBe("1.0.0");
        Tag("model#production#5", "2026-03-05T10:00:00Z", "model@v1.0.0");
        Below().ShouldBeNull();
        Tag("model#production#6", "2026-03-06T10:00:00Z", "model@v1.2.0");
        Below().ShouldBe("1.0.0");
    }

    [Fact]
    public void A_withdrawn_version_is_not_returned_to()
    {
        foreach (var (version, day) in new[] { ("1.0.0", 1), ("1.1.0", 2), ("1.2.0", 3) })
        {
            Register(version, $"2026-03-0{day}T10:00:00Z");
            Tag($"model#production#{day}", $"2026-03-0{day}T11:00:00Z", $"model@v{version}");
        }

        Tag("model@v1.1.0!", "2026-03-04T10:00:00Z", "model@v1.1.0");
        Below().ShouldBe("1.0.0");
        _git.History().Find("1.1.0").ShouldBeNull();
    }

    [Fact]
    public void Within_a_second_the_number_decides_and_a_version_is_there_before_its_stage()
    {
        Tag("model#production#10", "2026-03-01T10:00:00Z", "HEAD");
        Tag("model#production#9", "2026-03-01T10:00:00Z", "HEAD");
        Tag("model@v1.0.0", "2026-03-01T10:00:00Z", "HEAD");
        var history = _git.History();
        history.Holdings("production").Select(holding => holding.Tag.Name.Counter).ShouldBe([9, 10]);
        history.Current("production")!.Version.ShouldBe("1.0.0");
    }

    [Fact]
    public void A_lightweight_tag_says_nothing_and_its_number_is_in_use()
    {
        _git.Git("tag", "model@v1.0.0");
        _git.Git("tag", "model#production#7");
        var history = _git.History();
        history.Versions.ShouldBeEmpty();
        history.Current("production").ShouldBeNull();
        history.NextCounter.ShouldBe(8);
    }

    private string? Below() => _git.History().Below("production")?.Version;

    private void Register(string version, string moment)
    {
        _git.At(moment);
        _git.Commit();
        _git.Tag($"model@v{version}");
    }

    private void Tag(string name, string moment, string commit)
    {
        _git.At(moment);
        _git.Tag(name, commit.Contains('@', StringComparison.Ordinal) ? commit + "^{commit}" : commit);
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
