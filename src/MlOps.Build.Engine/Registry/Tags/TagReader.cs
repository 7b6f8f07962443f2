using System.Globalization;
using MlOps.Build.Engine.Registry.Git;

namespace MlOps.Build.Engine.Registry.Tags;

/// <summary>Reads the registry's tags of a repository, in one call of git.</summary>
internal static class TagReader
{
    // Of a lightweight tag the object is the commit. Fields end with a byte that no message holds; subject and body are the message without a signature.
    private const string Fields = "%(refname:strip=2)%00%(objecttype)%00%(objectname)%00%(*objectname)%00%(creatordate:unix)%00%(taggername)%00%(contents:subject)%0a%0a%(contents:body)%00";

    private const int FieldCount = 7;

    /// <summary>The tags in the order in which they were made; null, with the reason, when git cannot say.</summary>
    public static IReadOnlyList<RegistryTag>? Read(GitRepository repository, out string? failure)
    {
        var outcome = repository.Run(["for-each-ref", "--format=" + Fields, "refs/tags"]);
        failure = outcome.Succeeded ? null : outcome.Reason;
        return outcome.Succeeded ? Parse(outcome.Output) : null;
    }

    /// <summary>What is said in tag objects elsewhere than among the tags, in the order in which they were made; empty when git cannot say.</summary>
    public static IReadOnlyList<TagMessage> Messages(GitRepository repository, string folder)
    {
        var outcome = repository.Run(["for-each-ref", "--format=" + Fields, folder]);
        return !outcome.Succeeded ? [] : [.. Entries(outcome.Output).Where(fields => fields[1] == "tag").Select(Message).OfType<TagMessage>().OrderBy(message => message.Time)];
    }

    private static IEnumerable<string[]> Entries(string output) => output.Split('\0').Chunk(FieldCount).Where(fields => fields.Length == FieldCount);

    private static List<RegistryTag> Parse(string output)
    {
        var tags = Entries(output).Select(Tag).OfType<RegistryTag>();

        // Within one second the number counts, then GTO's priorities: a version exists before a stage holds it.
        return [.. tags.OrderBy(tag => tag.Time).ThenBy(tag => tag.Name.Counter ?? 0).ThenBy(tag => tag.Name.Action).ThenBy(tag => tag.Name.ToString(), StringComparer.Ordinal)];
    }

    private static RegistryTag? Tag(string[] fields)
    {
        // The line's end of the entry before stands before the name.
        if (TagName.Parse(fields[0].TrimStart('\n')) is not { } name || Message(fields) is not { } message)
            return null;
        var annotated = fields[1] == "tag";
        return new RegistryTag
        {
            Name = name,
            IsAnnotated = annotated,
            Commit = annotated ? fields[3] : fields[2],
            Time = message.Time,
            Tagger = message.Tagger,
            Subject = annotated ? fields[6].Split('\n', 2)[0] : "",
            Trailers = annotated ? message.Trailers : TagTrailers.None,
        };
    }

    private static TagMessage? Message(string[] fields) => long.TryParse(fields[4], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
        ? new TagMessage(DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, -62135596800, 253402300799)), fields[5], TagTrailers.Parse(fields[6]))
        : null;
}
