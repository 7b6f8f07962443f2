using MlOps.Build.Contracts;

namespace MlOps.Build.Tracking;

/// <summary>What MLflow calls what runs say of themselves.</summary>
internal static class MlflowNames
{
    /// <summary>How many digits of a digest it has room for (<c>datasets.digest</c>).</summary>
    public const int DigestLength = 36;

    /// <summary>Our tags by its names.</summary>
    public static IReadOnlyDictionary<string, string> Tags { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["mlflow.source.git.commit"] = RunTags.Commit,
        ["mlflow.source.name"] = RunTags.Source,
        ["mlflow.user"] = RunTags.User,
    };

    /// <summary>A run's tags as it wants them: its own beside ours.</summary>
    public static SortedDictionary<string, string> TagsOf(TrackedRun run)
    {
        var tags = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in run.Tags)
            tags[key] = value;
        foreach (var (name, own) in Tags)
        {
            if (run.Tags.TryGetValue(own, out var value))
                tags[name] = value;
        }

        tags["mlflow.runName"] = run.Name;
        tags["mlflow.source.type"] = "PROJECT";
        if (run.Parent is { } parent)
            tags["mlflow.parentRunId"] = parent;
        return tags;
    }

    /// <summary>The status, such as <c>FINISHED</c>.</summary>
    public static string Status(RunStatus status) => status.ToString().ToUpperInvariant();

    /// <summary>Its number in a file store.</summary>
    public static int StatusNumber(RunStatus status) => status switch
    {
        RunStatus.Running => 1,
        RunStatus.Finished => 3,
        RunStatus.Failed => 4,
        _ => 5,
    };

    /// <summary>The digest of data.</summary>
    public static string Digest(RunInput input) => input.Sha256[..Math.Min(DigestLength, input.Sha256.Length)];
}
