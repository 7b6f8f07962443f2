using System.Text.Json;
using System.Text.Json.Nodes;
using MlOps.Build.Trackers.Http;

namespace MlOps.Build.Trackers.MlFlow;

/// <summary>The calls of MLflow's REST interface, each asked once (<c>mlflow/protos/service.proto</c>).</summary>
internal sealed class MlFlowApi(TrackerClient client)
{
    public const string NotFound = "RESOURCE_DOES_NOT_EXIST";
    public const string Exists = "RESOURCE_ALREADY_EXISTS";
    private const string Root = "api/2.0/mlflow/";

    public TrackerClient Client => client;

    public Task<JsonElement> PostAsync(string call, JsonObject body, CancellationToken cancellationToken) =>
        client.SendAsync(HttpMethod.Post, Root + call, body, cancellationToken);

    public Task<JsonElement> PatchAsync(string call, JsonObject body, CancellationToken cancellationToken) =>
        client.SendAsync(HttpMethod.Patch, Root + call, body, cancellationToken);

    /// <returns>Null when there is no such thing.</returns>
    public async Task<JsonElement?> FindAsync(string call, CancellationToken cancellationToken)
    {
        try
        {
            return await client.SendAsync(HttpMethod.Get, Root + call, null, cancellationToken).ConfigureAwait(false);
        }
        catch (TrackerException exception) when (exception.Code == NotFound)
        {
            return null;
        }
    }

    /// <summary>The id of the experiment of that name, which is made when there is none.</summary>
    public async Task<string> ExperimentAsync(string name, CancellationToken cancellationToken)
    {
        if (await FindExperimentAsync(name, cancellationToken).ConfigureAwait(false) is { } found)
            return found;
        try
        {
            var made = await PostAsync("experiments/create", new JsonObject { ["name"] = name }, cancellationToken).ConfigureAwait(false);
            return made.GetProperty("experiment_id").GetString()!;
        }
        catch (TrackerException exception) when (exception.Code == Exists)
        {
            // Another build made it in between.
            return await FindExperimentAsync(name, cancellationToken).ConfigureAwait(false)
                ?? throw new TrackerException(TrackerFailure.Rejected, exception.Message, exception.Code, exception);
        }
    }

    public async Task<MlFlowRun> GetAsync(string runId, CancellationToken cancellationToken)
    {
        var answer = await FindAsync($"runs/get?run_id={Uri.EscapeDataString(runId)}", cancellationToken).ConfigureAwait(false);
        return answer is { } run
            ? MlFlowRun.Read(run.GetProperty("run"))
            : throw new TrackerException(TrackerFailure.Rejected, $"'{client.Address}' has no run '{runId}'. Set or clear MLFLOW_RUN_ID.", NotFound);
    }

    /// <summary>The runs of an experiment with one of our ids, dropped ones too.</summary>
    public async Task<IReadOnlyList<MlFlowRun>> SearchAsync(string experimentId, string ourId, CancellationToken cancellationToken)
    {
        var answer = await PostAsync("runs/search", new JsonObject
        {
            ["experiment_ids"] = new JsonArray(experimentId),
            ["filter"] = $"tags.`{MlFlowTags.RunId}` = '{ourId}'",
            ["run_view_type"] = "ALL",
            ["max_results"] = 10,
        }, cancellationToken).ConfigureAwait(false);
        return answer.TryGetProperty("runs", out var runs) ? [.. runs.EnumerateArray().Select(MlFlowRun.Read)] : [];
    }

    private async Task<string?> FindExperimentAsync(string name, CancellationToken cancellationToken)
    {
        var answer = await FindAsync($"experiments/get-by-name?experiment_name={Uri.EscapeDataString(name)}", cancellationToken).ConfigureAwait(false);
        return answer?.GetProperty("experiment").GetProperty("experiment_id").GetString();
    }
}
