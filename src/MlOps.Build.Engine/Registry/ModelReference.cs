using MlOps.Build.Engine.Registry.History;

namespace MlOps.Build.Engine.Registry;

/// <summary>A model as people name it, in GTO's short forms: <c>birdstrikes</c>, <c>birdstrikes@1.4.2</c>, <c>@latest</c>, <c>birdstrikes#production</c>.</summary>
/// <param name="Model">The artifact or package; null where none is named.</param>
/// <param name="Version">Without <c>v</c>; <c>latest</c> is the newest.</param>
/// <param name="Stage">A stage.</param>
internal sealed record ModelReference(string? Model, string? Version, string? Stage)
{
    private const string Latest = "latest";

    /// <summary>True when no version and no stage is named.</summary>
    public bool IsWhole => Version is null && Stage is null;

    /// <summary>What is asked for, in words.</summary>
    public string Wanted => Stage is not null ? $"version in '{Stage}'" : $"version {Version}";

    public static ModelReference Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return new ModelReference(null, null, null);
        var mark = text.IndexOfAny(['@', '#']);
        if (mark < 0)
            return new ModelReference(text, null, null);
        var (model, rest) = (mark == 0 ? null : text[..mark], text[(mark + 1)..]);
        return text[mark] == '#' ? new ModelReference(model, null, rest)
            : new ModelReference(model, rest.Length > 1 && rest[0] == 'v' && char.IsAsciiDigit(rest[1]) ? rest[1..] : rest, null);
    }

    /// <summary>The version that is meant; null when there is none.</summary>
    public RegisteredVersion? Find(ArtifactHistory artifact)
    {
        if (Stage is not null)
            return artifact.Current(Stage)?.Version is { } held ? artifact.Find(held) : null;
        return Version is null or Latest or "greatest"
            ? artifact.Latest
            : artifact.Find(Version);
    }
}
