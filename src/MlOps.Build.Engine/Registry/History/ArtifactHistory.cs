using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Registry.History;

/// <summary>What the tags of one artifact say, in the order in which they were made: its versions, and what each stage held when.</summary>
internal sealed class ArtifactHistory
{
    private const long MostChanges = 1_000_000_000;

    private readonly List<RegisteredVersion> _versions = [];
    private readonly Dictionary<string, List<StageHolding>> _stages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _changes = new(StringComparer.Ordinal);

    public ArtifactHistory(string artifact, IReadOnlyList<RegistryTag> tags)
    {
        Artifact = artifact;
        Tags = tags;
        foreach (var tag in tags)
            Apply(tag);
    }

    public string Artifact { get; }

    public IReadOnlyList<RegistryTag> Tags { get; }

    /// <summary>The package's id as the newest tag names it; null when none does.</summary>
    public string? Package => Tags.LastOrDefault(tag => tag.Trailers[TagTrailers.Package] is not null)?.Trailers[TagTrailers.Package];

    /// <summary>In the order in which they were registered; withdrawn ones, too.</summary>
    public IReadOnlyList<RegisteredVersion> Versions => _versions;

    public IReadOnlyList<string> Stages => [.. _stages.Keys.Order(StringComparer.Ordinal)];

    public bool IsDeprecated => Tags.LastOrDefault(tag => tag.Name.Action is not TagAction.Create)?.Name.Action == TagAction.Deprecate;

    /// <summary>The number that the artifact's next numbered tag bears; a number that nobody has counted up to does not count.</summary>
    public long NextCounter => Tags.Select(tag => tag.Name.Counter ?? 0).Where(counter => counter <= MostChanges).DefaultIfEmpty(0).Max() + 1;

    /// <summary>What a stage has held, from the first to the last.</summary>
    public IReadOnlyList<StageHolding> Holdings(string stage) => _stages.GetValueOrDefault(stage) ?? [];

    /// <summary>What a stage holds now; null when nothing.</summary>
    public StageHolding? Current(string stage) => Holdings(stage).LastOrDefault(holding => holding.End is null);

    /// <summary>What a stage held at a moment; null when nothing.</summary>
    public StageHolding? At(string stage, DateTimeOffset moment) =>
        Holdings(stage).LastOrDefault(holding => holding.Tag.Time <= moment && (holding.End is null || holding.End.Time > moment));

    /// <summary>How often a stage was given or emptied: the next change is this number plus one, whoever makes it.</summary>
    public int Changes(string stage) => _changes.GetValueOrDefault(stage);

    /// <summary>The standing version of that number; null when there is none.</summary>
    public RegisteredVersion? Find(string version) => _versions.LastOrDefault(known => known.Version == version && known.Withdrawn is null);

    /// <summary>
    /// The version that a rollback returns to: what stood below the one in force. Giving a stage a version that stands below in the pile
    /// takes down what is above, so two rollbacks never bring a refused version back. Null when nothing is below.
    /// </summary>
    public StageHolding? Below(string stage)
    {
        var pile = new List<StageHolding>();
        foreach (var holding in Holdings(stage))
        {
            var place = pile.FindIndex(below => below.Version == holding.Version && below.Tag.Commit == holding.Tag.Commit);
            if (place >= 0)
                pile.RemoveRange(place, pile.Count - place);
            pile.Add(holding);
        }

        // An emptied stage has nothing in force: the last one it held stands on top.
        var below = Current(stage) is null ? pile.Count - 1 : pile.Count - 2;
        while (below >= 0 && (pile[below].Version is not { } version || Find(version) is null))
            below--;
        return below >= 0 ? pile[below] : null;
    }

    private void Apply(RegistryTag tag)
    {
        switch (tag.Name)
        {
            case { Action: TagAction.Register, Version: { } version }:
                _versions.Add(new RegisteredVersion(version, tag, null));
                break;
            case { Action: TagAction.Deregister, Version: { } version }:
                var known = _versions.FindLastIndex(registered => registered.Version == version);
                if (known >= 0)
                    _versions[known] = _versions[known] with { Withdrawn = tag };
                break;
            case { Stage: { } stage }:
                Change(stage, tag);
                break;
        }
    }

    private void Change(string stage, RegistryTag tag)
    {
        _changes[stage] = Changes(stage) + 1;
        if (!_stages.TryGetValue(stage, out var holdings))
            _stages[stage] = holdings = [];
        if (holdings.Count > 0 && holdings[^1].End is null)
            holdings[^1] = holdings[^1] with { End = tag };
        if (tag.Name.Action == TagAction.Assign)
            holdings.Add(new StageHolding(stage, VersionOf(tag), tag, null));
    }

    private string? VersionOf(RegistryTag tag) =>
        tag.Trailers[TagTrailers.Version] is { } version && TagName.IsVersion(version)
            ? version
            : _versions.LastOrDefault(known => known.Tag.Commit == tag.Commit && known.Withdrawn is null)?.Version;
}
