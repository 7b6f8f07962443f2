using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Trackers.Http;
using MlOps.Build.Trackers.Spool;

namespace MlOps.Build.Trackers.MlFlow;

/// <summary>
/// An MLflow server. A run is found by a tag that holds our id before one is made; parameters and tags may come again, since they stay the same, and of
/// readings a tag tells how many have come.
/// </summary>
internal sealed class MlFlowDestination(MlFlowSettings settings, TrackerClient client, RunSpool spool) : IRunDestination
{
    private readonly MlFlowApi _api = new(client);
    private readonly MlFlowArtifacts _artifacts = new(client, settings.Address);
    private readonly ConcurrentDictionary<string, string> _experiments = new();
    private readonly ConcurrentDictionary<string, string> _parents = new();

    public string Name => "mlflow";

    public string Address => settings.Address.Shown;

    public IReadOnlyDictionary<string, string> Settings => settings.Placement;

    public bool TakesFiles => true;

    public async Task SendAsync(TrackedRun run, IReadOnlyDictionary<string, string> placement, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var experiment = await ExperimentAsync(run, placement, cancellationToken).ConfigureAwait(false);
        var parent = await ParentAsync(run, placement, experiment, cancellationToken).ConfigureAwait(false);
        var remote = await EnsureAsync(run, experiment, parent, cancellationToken).ConfigureAwait(false);
        var digest = SpoolJson.Digest(run);
        // What people dropped on the server stays dropped.
        if (remote.IsDeleted || remote.Tags.GetValueOrDefault(MlFlowTags.Sent) == digest)
            return;
        await SendBatchesAsync(run, remote, parent, cancellationToken).ConfigureAwait(false);
        await SendInputsAsync(run, remote, cancellationToken).ConfigureAwait(false);
        await _artifacts.SendAsync(run, remote, diagnostics, cancellationToken).ConfigureAwait(false);
        await EndAsync(run, remote, digest, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> ExperimentAsync(TrackedRun run, IReadOnlyDictionary<string, string> placement, CancellationToken cancellationToken)
    {
        if (placement.TryGetValue(MlFlowSettings.RunId, out var runId))
            return (await client.PatientlyAsync(token => _api.GetAsync(runId, token), cancellationToken).ConfigureAwait(false)).ExperimentId;
        if (placement.TryGetValue(MlFlowSettings.ExperimentId, out var id))
            return id;
        var name = MlFlowNames.Value(placement.GetValueOrDefault(MlFlowSettings.ExperimentName, run.Experiment), MlFlowLimits.ExperimentNameLength);
        if (_experiments.TryGetValue(name, out var known))
            return known;
        return _experiments[name] = await client.PatientlyAsync(token => _api.ExperimentAsync(name, token), cancellationToken).ConfigureAwait(false);
    }

    // A search's record may come after its trials': they need its id on the server, so it begins empty.
    private async Task<string?> ParentAsync(TrackedRun run, IReadOnlyDictionary<string, string> placement, string experiment, CancellationToken cancellationToken)
    {
        if (run.Parent is not { } ourId)
            return placement.GetValueOrDefault(MlFlowSettings.RunId);
        if (_parents.TryGetValue(ourId, out var known))
            return known;
        var empty = new TrackedRun { Id = ourId, Experiment = run.Experiment, Name = "search", Status = RunStatus.Running, Start = run.Start };
        var parent = await EnsureAsync(empty, experiment, placement.GetValueOrDefault(MlFlowSettings.RunId), cancellationToken).ConfigureAwait(false);
        return _parents[ourId] = parent.Id;
    }

    private async Task<MlFlowRun> EnsureAsync(TrackedRun run, string experiment, string? parent, CancellationToken cancellationToken)
    {
        using (await spool.LockAsync("create", run.Id, cancellationToken).ConfigureAwait(false))
            return await client.PatientlyAsync(token => FindOrCreateAsync(run, experiment, parent, token), cancellationToken).ConfigureAwait(false);
    }

    private async Task<MlFlowRun> FindOrCreateAsync(TrackedRun run, string experiment, string? parent, CancellationToken cancellationToken)
    {
        var found = await _api.SearchAsync(experiment, run.Id, cancellationToken).ConfigureAwait(false);
        if (found.Count > 0)
            return await OneOfAsync(found, cancellationToken).ConfigureAwait(false);
        // The one that it is found by comes first, whatever does not fit; all come with the batches.
        var tags = new JsonArray([.. MlFlowJson.Tags(run).OrderByDescending(tag => (string?)tag["key"] == MlFlowTags.RunId).Take(MlFlowLimits.Tags - 1)]);
        if (parent is not null)
            tags.Add((JsonNode)MlFlowJson.Pair(MlFlowTags.Parent, parent));
        var answer = await _api.PostAsync("runs/create", new JsonObject
        {
            ["experiment_id"] = experiment,
            ["user_id"] = run.Tags.GetValueOrDefault("user", ""),
            ["run_name"] = MlFlowNames.Value(run.Name, MlFlowLimits.KeyLength),
            ["start_time"] = run.Start.ToUnixTimeMilliseconds(),
            ["tags"] = tags,
        }, cancellationToken).ConfigureAwait(false);
        return MlFlowRun.Read(answer.GetProperty("run"));
    }

    // A request that seemed lost may have made one after all: the one that has most stays.
    private async Task<MlFlowRun> OneOfAsync(IReadOnlyList<MlFlowRun> found, CancellationToken cancellationToken)
    {
        var ordered = found.OrderBy(run => run.IsDeleted).ThenByDescending(run => run.Tags.ContainsKey(MlFlowTags.Sent)).ThenByDescending(run => run.SentMetrics)
            .ThenBy(run => run.Id, StringComparer.Ordinal).ToList();
        foreach (var second in ordered.Skip(1).Where(run => !run.IsDeleted))
            await _api.PostAsync("runs/delete", new JsonObject { ["run_id"] = second.Id }, cancellationToken).ConfigureAwait(false);
        return ordered[0];
    }

    private async Task SendBatchesAsync(TrackedRun run, MlFlowRun remote, string? parent, CancellationToken cancellationToken)
    {
        var parameters = MlFlowJson.Parameters(run);
        List<JsonObject> tags = [.. MlFlowJson.Tags(run)];
        if (parent is not null)
            tags.Add(MlFlowJson.Pair(MlFlowTags.Parent, parent));
        var isFirst = true;
        await client.PatientlyAsync(async token =>
        {
            // After a broken connection nobody knows what has come but the server.
            var sent = isFirst ? remote.SentMetrics : (await _api.GetAsync(remote.Id, token).ConfigureAwait(false)).SentMetrics;
            isFirst = false;
            List<JsonObject> rest = [.. MlFlowJson.Metrics(run).Skip(sent)];
            foreach (var batch in MlFlowBatches.Of(remote.Id, parameters, tags, rest, sent))
                await _api.PostAsync("runs/log-batch", batch, token).ConfigureAwait(false);
            return true;
        }, cancellationToken).ConfigureAwait(false);
    }

    private async Task SendInputsAsync(TrackedRun run, MlFlowRun remote, CancellationToken cancellationToken)
    {
        foreach (var part in MlFlowJson.Datasets(run).Chunk(MlFlowLimits.Datasets))
        {
            var body = new JsonObject { ["run_id"] = remote.Id, ["datasets"] = new JsonArray([.. part]) };
            await client.PatientlyAsync(token => _api.PostAsync("runs/log-inputs", body, token), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task EndAsync(TrackedRun run, MlFlowRun remote, string digest, CancellationToken cancellationToken)
    {
        var update = new JsonObject { ["run_id"] = remote.Id, ["status"] = MlFlowJson.Status(run.Status), ["run_name"] = MlFlowNames.Value(run.Name, MlFlowLimits.KeyLength) };
        if (run.End is { } end)
            update["end_time"] = end.ToUnixTimeMilliseconds();
        await client.PatientlyAsync(token => _api.PostAsync("runs/update", update, token), cancellationToken).ConfigureAwait(false);
        // Last of all: it says that nothing is missing.
        var done = new JsonObject { ["run_id"] = remote.Id, ["key"] = MlFlowTags.Sent, ["value"] = digest };
        await client.PatientlyAsync(token => _api.PostAsync("runs/set-tag", done, token), cancellationToken).ConfigureAwait(false);
    }
}
