using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Registry.History;

/// <summary>What the tags of one artifact say, in the order in which they were made: its versions, and what each stage held when.</summary>
internal sealed class ArtifactHistory
{
    // A higher number was counted by nobody.
    private const long MostChanges = 1_000_000_000;

    private readonly List<RegisteredVersion> _versions = [];
    private readonly Dictionary<string, List<StageHolding>> _stages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<RegistryTag>> _assigned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _changes = new(StringComparer.Ordinal);

    public ArtifactHistory(string artifact, IReadOnlyList<RegistryTag> tags)
    {
        Artifact = artifact;
        Tags = [.. tags.Where(tag => tag.IsAnnotated)];
        NextCounter = tags.Select(tag => tag.Name.Counter ?? 0).Where(counter => counter <= MostChanges).DefaultIfEmpty(0).Max() + 1;
        foreach (var tag in Tags)
            Apply(tag);
    }

    public string Artifact { get; }

    /// <summary>Those that count: as for GTO, not the lightweight ones.</summary>
    public IReadOnlyList<RegistryTag> Tags { get; }

    /// <summary>The package's id as the newest tag names it; null when none does.</summary>
    public string? Package => Tags.LastOrDefault(tag => tag.Trailers[TagTrailers.Package] is not null)?.Trailers[TagTrailers.Package];

    /// <summary>In the order in which they were registered; withdrawn ones, too.</summary>
    public IReadOnlyList<RegisteredVersion> Versions => _versions;

    public IReadOnlyList<string> Stages => [.. _stages.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The highest version that stands; null when there is none.</summary>
    public RegisteredVersion? Latest => _versions.Where(version => version.Withdrawn is null).OrderBy(version => version.Version, SemVerOrder.Instance).LastOrDefault();

    public bool IsDeprecated => Tags.LastOrDefault(tag => tag.Name.Action is not TagAction.Create)?.Name.Action == TagAction.Deprecate;

    /// <summary>The number that the artifact's next numbered tag bears. Numbers of lightweight tags are in use, too.</summary>
    public long NextCounter { get; }

    /// <summary>What a stage has held, from the first to the last.</summary>
    public IReadOnlyList<StageHolding> Holdings(string stage) => _stages.GetValueOrDefault(stage) ?? [];

    /// <summary>What a stage holds now; null when nothing.</summary>
    public StageHolding? Current(string stage) => Holdings(stage).LastOrDefault(holding => holding.End is null);

    /// <summary>What a stage held at a moment; null when nothing.</summary>
    public StageHolding? At(string stage, DateTimeOffset moment) =>
        Holdings(stage).LastOrDefault(holding => holding.Start.Time <= moment && (holding.End is null || holding.End.Time > moment));

    /// <summary>The version that a tag speaks of: by its trailer, else the one of its commit, even if that was registered later; null when there is none.</summary>
    public string? VersionOf(RegistryTag tag) => tag switch
    {
        { Name.Version: { } version } => version,
        { Name.Stage: null } => null,
        _ when tag.Trailers[TagTrailers.Version] is { } version && TagName.IsVersion(version) => version,
        _ => (_versions.LastOrDefault(known => known.Tag.Commit == tag.Commit && known.Withdrawn is null)?.Tag
            ?? Tags.LastOrDefault(known => known.Commit == tag.Commit && known.Name.Action == TagAction.Register))?.Name.Version,
    };

    /// <summary>How often a stage was given or taken: the next change is this number plus one, whoever makes it.</summary>
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

        foreach (var (stage, assigned) in _assigned)
            Settle(stage, assigned.LastOrDefault(Stands), tag);
    }

    private void Change(string stage, RegistryTag tag)
    {
        _changes[stage] = Changes(stage) + 1;
        if (!_assigned.TryGetValue(stage, out var assigned))
            (_assigned[stage], _stages[stage]) = (assigned = [], []);
        assigned.RemoveAll(other => other.Commit == tag.Commit);
        if (tag.Name.Action == TagAction.Assign)
            assigned.Add(tag);
    }

    // For GTO a stage is a list of versions, of which the newest holds it: one that is taken out or withdrawn gives way to the one before.
    private void Settle(string stage, RegistryTag? holder, RegistryTag cause)
    {
        var holdings = _stages[stage];
        var current = holdings.Count > 0 && holdings[^1].End is null ? holdings[^1] : null;
        if (ReferenceEquals(current?.Tag, holder))
            return;
        if (current is not null)
            holdings[^1] = current with { End = cause };
        if (holder is not null)
            holdings.Add(new StageHolding(stage, VersionOf(holder), holder, null) { Start = cause });
    }

    // A version that nobody has registered cannot have been withdrawn.
    private bool Stands(RegistryTag assigned) => VersionOf(assigned) is not { } version || Find(version) is not null || !_versions.Exists(known => known.Version == version);
}
