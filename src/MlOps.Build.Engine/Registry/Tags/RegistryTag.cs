namespace MlOps.Build.Engine.Registry.Tags;

/// <summary>A tag of the registry as git holds it.</summary>
internal sealed record RegistryTag
{
    public required TagName Name { get; init; }

    /// <summary>False for a lightweight tag, which says neither who made it nor when.</summary>
    public required bool IsAnnotated { get; init; }

    /// <summary>The tagged commit.</summary>
    public required string Commit { get; init; }

    /// <summary>When it was made, to the second.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Who git says has made it; empty for a tag without a message.</summary>
    public string Tagger { get; init; } = "";

    /// <summary>Its first line.</summary>
    public string Subject { get; init; } = "";

    public TagTrailers Trailers { get; init; } = TagTrailers.None;

    /// <summary>Who is to answer for it: the trailer, else the tagger.</summary>
    public string? Actor => Trailers[TagTrailers.Actor] ?? (Tagger.Length > 0 ? Tagger : null);
}
