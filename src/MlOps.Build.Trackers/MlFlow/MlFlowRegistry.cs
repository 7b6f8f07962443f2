using System.Text.Json;
using System.Text.Json.Nodes;
using MlOps.Build.Trackers.Http;
using MlOps.Build.Trackers.Registry;

namespace MlOps.Build.Trackers.MlFlow;

/// <summary>
/// MLflow's model registry (<c>mlflow/protos/model_registry.proto</c>). It numbers versions itself, so SemVer and hashes are tags, by which a version is
/// found again.
/// </summary>
internal sealed class MlFlowRegistry(MlFlowApi api)
{
    private const string VersionTag = "mlops.version";
    private const string HashTag = "mlops.sha256";

    public async Task WriteAsync(MirroredVersion version, CancellationToken cancellationToken)
    {
        var name = version.Name.Replace('/', '_').Replace(':', '_');
        await api.Client.PatientlyAsync(token => ModelAsync(name, token), cancellationToken).ConfigureAwait(false);
        var number = await api.Client.PatientlyAsync(token => VersionAsync(name, version, token), cancellationToken).ConfigureAwait(false);
        foreach (var alias in version.Aliases.Select(Alias).Distinct())
        {
            var body = new JsonObject { ["name"] = name, ["alias"] = alias, ["version"] = number };
            await api.Client.PatientlyAsync(token => api.PostAsync("registered-models/alias", body, token), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> ModelAsync(string name, CancellationToken cancellationToken)
    {
        if (await api.FindAsync($"registered-models/get?name={Uri.EscapeDataString(name)}", cancellationToken).ConfigureAwait(false) is not null)
            return true;
        try
        {
            await api.PostAsync("registered-models/create", new JsonObject { ["name"] = name }, cancellationToken).ConfigureAwait(false);
        }
        catch (TrackerException exception) when (exception.Code == MlFlowApi.Exists)
        {
            // Another promotion made it in between.
        }

        return true;
    }

    private async Task<string> VersionAsync(string name, MirroredVersion version, CancellationToken cancellationToken)
    {
        if (await FindAsync(name, version, cancellationToken).ConfigureAwait(false) is { } found)
            return found;
        var body = new JsonObject
        {
            ["name"] = name,
            // A package URL; its slashes may be left out, but MLflow takes no path that does not begin with one.
            ["source"] = $"pkg://nuget/{version.Package}@{version.Version}",
            ["description"] = $"{version.Package} {version.Version}",
            ["tags"] = new JsonArray(
                MlFlowJson.Pair(VersionTag, version.Version),
                MlFlowJson.Pair("mlops.package", version.Package),
                MlFlowJson.Pair(HashTag, version.Sha256),
                MlFlowJson.Pair("mlops.evidence", version.Evidence)),
        };
        if (version.RunId is { } ourId && await RunAsync(version.Name, ourId, cancellationToken).ConfigureAwait(false) is { } runId)
            body["run_id"] = runId;
        var made = await api.PostAsync("model-versions/create", body, cancellationToken).ConfigureAwait(false);
        return made.GetProperty("model_version").GetProperty("version").GetString()!;
    }

    private async Task<string?> FindAsync(string name, MirroredVersion version, CancellationToken cancellationToken)
    {
        var filter = Uri.EscapeDataString($"name='{name.Replace("'", "", StringComparison.Ordinal)}'");
        for (var page = ""; ;)
        {
            var answer = await api.FindAsync($"model-versions/search?filter={filter}&max_results=1000{page}", cancellationToken).ConfigureAwait(false);
            if (answer is not { } found)
                return null;
            if (found.TryGetProperty("model_versions", out var versions) && Match(versions, version) is { } number)
                return number;
            if (!found.TryGetProperty("next_page_token", out var next) || string.IsNullOrEmpty(next.GetString()))
                return null;
            page = $"&page_token={Uri.EscapeDataString(next.GetString()!)}";
        }
    }

    private string? Match(JsonElement versions, MirroredVersion version)
    {
        foreach (var candidate in versions.EnumerateArray().Where(item => Tag(item, VersionTag) == version.Version))
        {
            var number = candidate.GetProperty("version").GetString()!;
            return Tag(candidate, HashTag) == version.Sha256
                ? number
                : throw new TrackerException(TrackerFailure.Rejected,
                    $"'{api.Client.Address}' has {version.Name} {version.Version} as version {number} with another package hash. A version never changes: look who wrote it.");
        }

        return null;
    }

    // The run may be tracked by another server, or not at all: the version is told without it then.
    private async Task<string?> RunAsync(string experiment, string ourId, CancellationToken cancellationToken)
    {
        var answer = await api.FindAsync($"experiments/get-by-name?experiment_name={Uri.EscapeDataString(experiment)}", cancellationToken).ConfigureAwait(false);
        if (answer?.GetProperty("experiment").GetProperty("experiment_id").GetString() is not { } id)
            return null;
        return (await api.SearchAsync(id, ourId, cancellationToken).ConfigureAwait(false)).FirstOrDefault(run => !run.IsDeleted)?.Id;
    }

    // Letters, digits, _ and -; 'latest' and 'v1' mean something else.
    private static string Alias(string alias)
    {
        var plain = string.Concat(alias.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : '-'));
        var isTaken = plain.Equals("latest", StringComparison.OrdinalIgnoreCase) || (plain.Length > 1 && plain[0] is 'v' or 'V' && plain.Skip(1).All(char.IsAsciiDigit));
        plain = isTaken || plain.Length == 0 ? $"stage-{plain}" : plain;
        return plain.Length <= MlFlowLimits.AliasLength ? plain : plain[..MlFlowLimits.AliasLength];
    }

    private static string? Tag(JsonElement version, string key) => version.TryGetProperty("tags", out var tags)
        ? tags.EnumerateArray().Where(tag => tag.GetProperty("key").GetString() == key).Select(tag => tag.GetProperty("value").GetString()).FirstOrDefault()
        : null;
}
