using System.Globalization;
using System.Text;
using MlOps.Build.Contracts;

namespace MlOps.Build.Tracking.Export;

/// <summary>
/// MLflow's file store (mlflow/store/tracking/file_store.py): a folder an experiment, in it a folder a run with a file a metric, parameter
/// and tag. MLflow from 3.13 on opens one only with <c>MLFLOW_ALLOW_FILE_STORE=true</c>.
/// </summary>
/// <param name="place">Where it will lie, absolute: its records name that folder.</param>
/// <param name="artifacts">Brings files along.</param>
internal sealed class MlflowFolder(string place, ExportedArtifacts artifacts)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly Dictionary<string, string> _experiments = new(StringComparer.Ordinal);

    /// <summary>Writes the store into a folder, which may be another one than it will lie in.</summary>
    public void Write(string folder, IEnumerable<TrackedRun> runs)
    {
        Experiment(folder, "0", "Default", DateTimeOffset.UnixEpoch);
        foreach (var run in runs)
        {
            if (!_experiments.TryGetValue(run.Experiment, out var experiment))
            {
                _experiments[run.Experiment] = experiment = $"{_experiments.Count + 1}";
                Experiment(folder, experiment, run.Experiment, run.Start);
            }

            Run(Path.Combine(folder, experiment), experiment, run);
        }
    }

    private void Experiment(string folder, string id, string name, DateTimeOffset time) => Save(Path.Combine(folder, id, "meta.yaml"), Yaml(
        ("artifact_location", Text(Address(id))),
        ("creation_time", Milliseconds(time)),
        ("experiment_id", Text(id)),
        ("last_update_time", Milliseconds(time)),
        ("lifecycle_stage", "active"),
        ("name", Text(name))));

    private void Run(string folder, string experiment, TrackedRun run)
    {
        var own = Path.Combine(folder, run.Id);
        Save(Path.Combine(own, "meta.yaml"), Yaml(
            ("artifact_uri", Text(Address(experiment, run.Id, "artifacts"))),
            ("end_time", run.End is { } end ? Milliseconds(end) : "null"),
            ("entry_point_name", "''"),
            ("experiment_id", Text(experiment)),
            ("lifecycle_stage", "active"),
            ("run_id", Text(run.Id)),
            ("run_name", Text(run.Name)),
            ("source_name", "''"),
            ("source_type", "4"),
            ("source_version", "''"),
            ("start_time", Milliseconds(run.Start)),
            ("status", $"{MlflowNames.StatusNumber(run.Status)}"),
            ("tags", "[]"),
            ("user_id", Text(MlflowRun.User(run)))));
        foreach (var part in new[] { "metrics", "params", "tags", "artifacts" })
            Directory.CreateDirectory(Path.Combine(own, part));
        foreach (var (name, value) in MlflowRun.Parameters(run))
            Save(Path.Combine(own, "params", name), value);
        foreach (var (name, value) in MlflowRun.Tags(run))
            Save(Path.Combine(own, "tags", name), value);
        foreach (var metric in MlflowRun.Metrics(run).GroupBy(metric => metric.Key))
            Save(Path.Combine(own, "metrics", metric.Key), string.Concat(metric.Select(Line)));
        foreach (var data in MlflowRun.Datasets(run))
            Dataset(folder, own, run.Id, data);
        artifacts.Copy(run, Path.Combine(own, "artifacts"));
    }

    private static void Dataset(string folder, string run, string id, RunInput data)
    {
        var digest = MlflowNames.Digest(data);
        var dataset = MlflowDataset.Id(data.Name + digest);
        Save(Path.Combine(folder, "datasets", dataset, "meta.yaml"), Yaml(
            ("digest", Text(digest)),
            ("name", Text(data.Name)),
            ("profile", "null"),
            ("schema", "null"),
            ("source", Text(MlflowDataset.Source(data))),
            ("source_type", MlflowDataset.SourceType)));
        Save(Path.Combine(run, "inputs", MlflowDataset.Id(dataset + id), "meta.yaml"), Yaml(
            ("destination_id", Text(dataset)),
            ("destination_type", "RUN"),
            ("source_id", Text(dataset)),
            ("source_type", "DATASET"),
            ("tags", "\n  mlflow.data.context: " + MlflowDataset.Context)));
    }

    private static string Line(RunMetric metric) =>
        string.Create(CultureInfo.InvariantCulture, $"{metric.Time.ToUnixTimeMilliseconds()} {MlflowRun.Number(metric.Value)} {metric.Step}\n");

    private string Address(params string[] parts) => new Uri(Path.Combine([place, .. parts])).AbsoluteUri;

    private static string Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static string Yaml(params (string Key, string Value)[] pairs) =>
        string.Concat(pairs.Select(pair => pair.Value.StartsWith('\n') ? $"{pair.Key}:{pair.Value}\n" : $"{pair.Key}: {pair.Value}\n"));

    // In double quotation marks, which know escapes, only where those are needed: YAML's are not JSON's beyond the first 65,536 characters.
    private static string Text(string text) => text.Any(char.IsControl)
        ? $"\"{System.Text.Json.JsonEncodedText.Encode(text)}\""
        : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static void Save(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text, Utf8);
    }
}
