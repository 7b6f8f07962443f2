using System.Globalization;
using MlOps.Build.Engine.Registry.Git;

namespace MlOps.Build.Engine.Registry.Tags;

/// <summary>Reads the registry's tags of a repository, in one call of git.</summary>
internal static class TagReader
{
    // Of a lightweight tag the object is the commit. Fields end with a byte that no message holds.
    private const string Fields = "%(refname:strip=2)%00%(objecttype)%00%(objectname)%00%(*objectname)%00%(creatordate:unix)%00%(taggername)%00%(contents)%00";

    private const int FieldCount = 7;

    /// <summary>The tags in the order in which they were made; null, with the reason, when git cannot say.</summary>
    public static IReadOnlyList<RegistryTag>? Read(GitRepository repository, out string? failure)
    {
        var outcome = repository.Run(["for-each-ref", "--format=" + Fields, "refs/tags"]);
        failure = outcome.Succeeded ? null : outcome.Reason;
        return outcome.Succeeded ? Parse(outcome.Output) : null;
    }

    private static List<RegistryTag> Parse(string output)
    {
        var fields = output.Split('\0');
        var tags = new List<RegistryTag>();
        for (var i = 0; i + FieldCount <= fields.Length; i += FieldCount)
        {
            if (Tag(fields.AsSpan(i, FieldCount)) is { } tag)
                tags.Add(tag);
        }

        // Within one second the number counts, and a version exists before a stage holds it.
        return [.. tags.OrderBy(tag => tag.Time).ThenBy(tag => tag.Name.Counter ?? 0).ThenBy(tag => tag.Name.ToString(), StringComparer.Ordinal)];
    }

    private static RegistryTag? Tag(ReadOnlySpan<string> fields)
    {
        // The line's end of the entry before stands before the name.
        if (TagName.Parse(fields[0].TrimStart('\n')) is not { } name || !long.TryParse(fields[4], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
            return null;
        var annotated = fields[1] == "tag";
        var message = annotated ? fields[6] : "";
        return new RegistryTag
        {
            Name = name,
            Commit = annotated ? fields[3] : fields[2],
            Time = DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, -62135596800, 253402300799)),
            Tagger = fields[5],
            Subject = message.Split('\n', 2)[0],
            Trailers = TagTrailers.Parse(message),
        };
    }
}
