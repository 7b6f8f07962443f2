using System.Globalization;
using System.Text.Json.Nodes;
using MlOps.Build.Engine.Registry.History;
using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Tool.Registry;

/// <summary>What a tag says, as people and programs read it.</summary>
internal static class RegistryWords
{
    public static string When(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Who, and in which run; begins with a comma.</summary>
    public static string By(RegistryTag tag) =>
        (tag.Actor is { } actor ? $", by {actor}" : "") + (tag.Trailers[TagTrailers.Run] is { } run ? $", run {run}" : "");

    /// <summary>Why; begins with a colon.</summary>
    public static string Reason(RegistryTag tag) => tag.Trailers[TagTrailers.Reason] is { } reason ? $": \"{reason}\"" : "";

    /// <summary>What happened, in a few words.</summary>
    public static string Action(RegistryTag tag, string? version) => tag.Name.Action switch
    {
        TagAction.Register => $"registered {tag.Name.Version}",
        TagAction.Deregister => $"withdrew {tag.Name.Version}",
        TagAction.Assign when tag.Trailers[TagTrailers.Undoes] is not null => $"{tag.Name.Stage} rolled back to {version ?? Short(tag.Commit)}",
        TagAction.Assign => $"{tag.Name.Stage} took {version ?? Short(tag.Commit)}",
        TagAction.Unassign => $"{tag.Name.Stage} gave up {version ?? Short(tag.Commit)}",
        TagAction.Deprecate => "deprecated",
        _ => "announced",
    };

    public static string Short(string digest) => digest[..Math.Min(7, digest.Length)];

    public static JsonObject Json(RegistryTag tag) => new()
    {
        ["tag"] = tag.Name.ToString(),
        ["commit"] = tag.Commit,
        ["time"] = Instant(tag.Time),
        ["actor"] = tag.Actor,
        ["trailers"] = Trailers(tag),
    };

    public static JsonObject Json(StageHolding holding) => new()
    {
        ["stage"] = holding.Stage,
        ["version"] = holding.Version,
        ["since"] = Instant(holding.Start.Time),
        ["until"] = holding.End is { } end ? Instant(end.Time) : null,
        ["by"] = Json(holding.Tag),
    };

    public static string Instant(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static JsonObject Trailers(RegistryTag tag)
    {
        var trailers = new JsonObject();
        foreach (var group in tag.Trailers.Lines.GroupBy(line => line.Key))
            trailers[group.Key] = group.Count() == 1 ? group.First().Value : new JsonArray([.. group.Select(line => (JsonNode)line.Value)]);
        return trailers;
    }
}
