using System.Globalization;
using System.Text.Json;
using MlOps.Build.Engine.Registry;
using MlOps.Build.Engine.Registry.History;
using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Tests.Registry;

/// <summary>
/// Repositories as text, against what GTO itself says of them (<c>Expected/make_gto.py</c>): <c>gto</c> has tags that GTO has made,
/// <c>ours</c> those of <see cref="TagsForGtoTests"/>.
/// </summary>
public sealed class GtoTests : IDisposable
{
    // In these GTO goes by the order in which it happens to hold versions of one second; the numbers of the tags say more.
    private const string Tie = "tie";

    private readonly GitFolder _git = new();
    private JsonElement _said;
    private RegistryHistory _history = new([]);

    public void Dispose() => _git.Dispose();

    [Theory]
    [InlineData("gto")]
    [InlineData("ours")]
    public void Artifacts_have_the_versions_that_GTO_says_in_its_order_and_the_same_latest_one(string repository)
    {
        Open(repository);
        _history.Artifacts.Select(artifact => artifact.Artifact).Order(StringComparer.Ordinal).ShouldBe(Artifacts().Select(said => said.Name).Order(StringComparer.Ordinal));
        foreach (var said in Artifacts())
        {
            var artifact = _history.Of(said.Name);
            var versions = artifact.Versions.GroupBy(version => version.Version).OrderByDescending(group => group.Key, SemVerOrder.Instance);
            versions.Select(group => $"v{group.Key} {group.Last().Tag.Commit} {group.Any(version => version.Withdrawn is null)}").ShouldBe(
                said.Value.GetProperty("versions").EnumerateArray().Where(version => version.GetProperty("registered").GetBoolean()).Select(version =>
                    $"{Text(version, "version")} {Text(version, "commit")} {version.GetProperty("active").GetBoolean()}"),
                said.Name);
            Tagged(artifact.Latest?.Version).ShouldBe(Text(said.Value.GetProperty("says"), "latest"), said.Name);
            ModelReference.Parse(said.Name + "@latest").Find(artifact).ShouldBe(artifact.Latest);
            artifact.IsDeprecated.ShouldBe(!said.Value.GetProperty("says").GetProperty("active").GetBoolean(), said.Name);
        }
    }

    [Theory]
    [InlineData("gto")]
    [InlineData("ours")]
    public void Stages_hold_what_GTO_says_now(string repository)
    {
        Open(repository);
        foreach (var said in Artifacts().Where(said => said.Name != Tie))
        {
            var artifact = _history.Of(said.Name);
            artifact.Stages.Select(artifact.Current).OfType<StageHolding>().Select(holding => $"{holding.Stage} {Tagged(holding.Version) ?? holding.Tag.Commit}").ShouldBe(
                said.Value.GetProperty("says").GetProperty("stages").EnumerateObject().OrderBy(stage => stage.Name, StringComparer.Ordinal).Select(stage => $"{stage.Name} {stage.Value}"),
                said.Name);
        }
    }

    [Theory]
    [InlineData("gto")]
    [InlineData("ours")]
    public void Stages_held_at_each_moment_what_GTO_said_then(string repository)
    {
        Open(repository);
        foreach (var step in _said.GetProperty("steps").EnumerateArray().Where(step => Text(step, "artifact") != Tie))
        {
            var artifact = _history.Of(Text(step, "artifact")!);
            var moment = DateTimeOffset.FromUnixTimeSeconds(step.GetProperty("time").GetInt64());
            artifact.Stages.Select(stage => artifact.At(stage, moment)).OfType<StageHolding>().Select(holding => $"{holding.Stage} {holding.Tag.Commit}").ShouldBe(
                step.GetProperty("says").GetProperty("commits").EnumerateObject().OrderBy(stage => stage.Name, StringComparer.Ordinal).Select(stage => $"{stage.Name} {stage.Value}"),
                $"{artifact.Artifact} at {moment.ToString("u", CultureInfo.InvariantCulture)}");
        }
    }

    [Theory]
    [InlineData("gto")]
    [InlineData("ours")]
    public void The_history_has_the_events_of_GTOs_in_its_order(string repository)
    {
        Open(repository);
        foreach (var said in Artifacts().Where(said => said.Name != Tie))
        {
            var artifact = _history.Of(said.Name);
            artifact.Tags.Select(tag => $"{tag.Time.ToUnixTimeSeconds()} {Event(tag.Name.Action)} {Tagged(artifact.VersionOf(tag)) ?? (tag.Name.Stage is null ? null : tag.Commit)} {tag.Name.Stage} {tag.Commit} {tag.Tagger} {tag.Name} {tag.Subject}")
                .ShouldBe(
                    said.Value.GetProperty("history").EnumerateArray().OrderBy(one => one.GetProperty("time").GetInt64()).ThenBy(one => Priority(Text(one, "event")!)).ThenBy(one => Text(one, "ref"), StringComparer.Ordinal).Select(one =>
                        $"{one.GetProperty("time")} {Text(one, "event")} {Text(one, "version")} {Text(one, "stage")} {Text(one, "commit")} {Text(one, "author")} {Text(one, "ref")} {Text(one, "subject")}"),
                    said.Name);
        }
    }

    [Theory]
    [InlineData("gto")]
    [InlineData("ours")]
    public void The_next_number_is_the_one_that_GTO_takes(string repository)
    {
        Open(repository);
        foreach (var said in Artifacts())
            new TagName { Artifact = said.Name, Action = TagAction.Deprecate, Counter = _history.Of(said.Name).NextCounter }.ToString().ShouldBe(Text(said.Value, "next"));
    }

    [Fact]
    public void Of_two_versions_that_a_stage_took_in_one_second_the_higher_number_holds_it_where_GTO_does_not_look_at_numbers()
    {
        Open("gto");
        _history.Of(Tie).Current("production")!.Version.ShouldBe("2.0.0");
        _said.GetProperty("artifacts").GetProperty(Tie).GetProperty("says").GetProperty("stages").GetProperty("production").GetString().ShouldBe("v1.0.0");
    }

    private void Open(string repository)
    {
        _git.Repository.Run(["fast-import", "--quiet", "--force"], File.ReadAllText(Expected(repository + ".fast-export"))).Succeeded.ShouldBeTrue();
        _said = JsonDocument.Parse(File.ReadAllText(Expected(repository + ".json"))).RootElement;
        _history = new RegistryHistory(TagReader.Read(_git.Repository, out _).ShouldNotBeNull());
    }

    private IEnumerable<JsonProperty> Artifacts() => _said.GetProperty("artifacts").EnumerateObject();

    private static string? Tagged(string? version) => version is null ? null : "v" + version;

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static string Event(TagAction action) => action switch
    {
        TagAction.Register => "registration",
        TagAction.Deregister => "deregistration",
        TagAction.Assign => "assignment",
        TagAction.Unassign => "unassignment",
        TagAction.Deprecate => "deprecation",
        _ => "creation",
    };

    private static int Priority(string name) => (int)Enum.GetValues<TagAction>().First(action => Event(action) == name);

    private static string Expected(string file) => Path.Combine(AppContext.BaseDirectory, "Registry", "Expected", file);
}
