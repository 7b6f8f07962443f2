using System.Text.Json;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Trackers.Http;

namespace MlOps.Build.Trackers.WeightsAndBiases;

/// <summary>
/// A server of Weights &amp; Biases, by its GraphQL call <c>upsertBucket</c> and its stream of files (<c>core/internal/filestream</c>). Both name what they
/// write: a run by our id, a line by its number, so that nothing comes twice.
/// </summary>
internal sealed class WandbDestination(WandbSettings settings, TrackerClient client) : IRunDestination
{
    // The limits are 10 MiB a request and a little less a line; quotes grow on the way.
    private const int RequestBytes = 4 << 20;
    private const int RequestLines = 10_000;

    private const string Mutation =
        "mutation UpsertBucket($name: String, $project: String, $entity: String, $groupName: String, $displayName: String, $commit: String, $config: JSONString, "
            + "$program: String, $repo: String, $jobType: String) { upsertBucket(input: {name: $name, groupName: $groupName, modelName: $project, entityName: $entity, "
            + "displayName: $displayName, config: $config, commit: $commit, jobProgram: $program, jobRepo: $repo, jobType: $jobType}) { bucket { id name project { name "
            + "entity { name } } historyLineCount } inserted } }";

    public string Name => "wandb";

    public string Address => settings.Address.Shown;

    public IReadOnlyDictionary<string, string> Settings => settings.Placement;

    public bool TakesFiles => false;

    public async Task SendAsync(TrackedRun run, IReadOnlyDictionary<string, string> placement, DiagnosticBag diagnostics, CancellationToken cancellationToken) =>
        await client.PatientlyAsync(async token =>
        {
            // Asked again each time: the server alone knows how many lines have come.
            var bucket = await UpsertAsync(run, placement, token).ConfigureAwait(false);
            var project = bucket.GetProperty("project");
            var path = string.Join('/', new[] { project.GetProperty("entity").GetProperty("name"), project.GetProperty("name"), bucket.GetProperty("name") }
                .Select(part => Uri.EscapeDataString(part.GetString()!)));
            var lines = bucket.TryGetProperty("historyLineCount", out var count) && count.ValueKind == JsonValueKind.Number ? count.GetInt32() : 0;
            // Lines of a run that goes on may still get values: they are sent when it has ended.
            if (run.Status != RunStatus.Running)
                await StreamAsync($"files/{path}/file_stream", run, lines, token).ConfigureAwait(false);
            return true;
        }, cancellationToken).ConfigureAwait(false);

    private async Task<JsonElement> UpsertAsync(TrackedRun run, IReadOnlyDictionary<string, string> placement, CancellationToken cancellationToken)
    {
        var variables = new JsonObject
        {
            ["name"] = run.Id,
            ["project"] = WandbJson.Project(placement.GetValueOrDefault(WandbSettings.Project, run.Experiment)),
            ["displayName"] = run.Name,
            ["config"] = WandbJson.ConfigurationObject(run),
            ["jobType"] = run.Parent is null ? "train" : "trial",
        };
        Set("entity", placement.GetValueOrDefault(WandbSettings.Entity));
        Set("groupName", run.Parent);
        Set("commit", run.Tags.GetValueOrDefault("commit"));
        Set("program", run.Tags.GetValueOrDefault("source"));
        Set("repo", run.Tags.GetValueOrDefault("repository"));
        var answer = await client.SendAsync(HttpMethod.Post, "graphql", new JsonObject { ["query"] = Mutation, ["variables"] = variables }, cancellationToken).ConfigureAwait(false);
        if (answer.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0)
            throw new TrackerException(TrackerFailure.Rejected, $"'{Address}' answered: {errors[0].GetProperty("message").GetString()?.ReplaceLineEndings(" ")}.");
        return answer.GetProperty("data").GetProperty("upsertBucket").GetProperty("bucket");

        void Set(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                variables[name] = value;
        }
    }

    private async Task StreamAsync(string path, TrackedRun run, int sent, CancellationToken cancellationToken)
    {
        var lines = WandbJson.History(run);
        for (var next = Math.Min(sent, lines.Count); next < lines.Count;)
        {
            var (first, bytes, content) = (next, 0, new JsonArray());
            for (; next < lines.Count && content.Count < RequestLines && bytes < RequestBytes; next++)
            {
                var line = lines[next].Line;
                bytes += line.Length;
                content.Add((JsonNode)line);
            }

            await PushAsync(path, new JsonObject { ["files"] = new JsonObject { ["wandb-history.jsonl"] = Part(first, content) } }, cancellationToken).ConfigureAwait(false);
        }

        await PushAsync(path, new JsonObject
        {
            ["files"] = new JsonObject { ["wandb-summary.json"] = Part(0, new JsonArray(WandbJson.Object(WandbJson.Summary(run)))) },
            ["complete"] = true,
            ["exitcode"] = WandbJson.ExitCode(run),
        }, cancellationToken).ConfigureAwait(false);
    }

    private Task<JsonElement> PushAsync(string path, JsonObject body, CancellationToken cancellationToken) => client.SendAsync(HttpMethod.Post, path, body, cancellationToken);

    private static JsonObject Part(int offset, JsonArray content) => new() { ["offset"] = offset, ["content"] = content };
}
