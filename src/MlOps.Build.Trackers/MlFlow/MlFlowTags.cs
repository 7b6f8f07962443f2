using MlOps.Build.Contracts;

namespace MlOps.Build.Trackers.MlFlow;

/// <summary>Tags: ours under the names that MLflow's pages know, and those that say what has been sent.</summary>
internal static class MlFlowTags
{
    /// <summary>Our id of the run: what keeps it from coming twice.</summary>
    public const string RunId = "mlops.run_id";

    /// <summary>How many readings have come.</summary>
    public const string SentMetrics = "mlops.sent_metrics";

    /// <summary>The digest of the run's state that has come whole.</summary>
    public const string Sent = "mlops.sent";

    public const string Parent = "mlflow.parentRunId";

    private static readonly IReadOnlyDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["user"] = "mlflow.user",
        ["source"] = "mlflow.source.name",
        ["commit"] = "mlflow.source.git.commit",
        ["git.commit"] = "mlflow.source.git.commit",
        ["branch"] = "mlflow.source.git.branch",
        ["git.branch"] = "mlflow.source.git.branch",
        ["repository"] = "mlflow.source.git.repoURL",
        ["note"] = "mlflow.note.content",
    };

    public static IReadOnlyDictionary<string, string> Of(TrackedRun run)
    {
        var tags = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["mlflow.source.type"] = "LOCAL" };
        foreach (var (key, value) in run.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal))
            tags[MlFlowNames.Key(Known.GetValueOrDefault(key, key))] = MlFlowNames.Value(value, MlFlowLimits.TagLength);
        tags["mlflow.runName"] = MlFlowNames.Value(run.Name, MlFlowLimits.KeyLength);
        tags[RunId] = run.Id;
        return tags;
    }
}
