using System.Globalization;
using Microsoft.Data.Sqlite;
using MlOps.Build.Contracts;

namespace MlOps.Build.Tracking.Export;

/// <summary>
/// MLflow's SQLite store at revision <c>bf29a5ff90ea</c> (MLflow 3.6). A later MLflow wants <c>mlflow db upgrade</c> once. NaN is 0 with a
/// mark, infinity the largest number, as MLflow keeps them.
/// </summary>
/// <param name="artifactFolder">Where the runs' files will lie, absolute.</param>
internal sealed class MlflowDatabase(string artifactFolder)
{
    public const string Revision = "bf29a5ff90ea";
    private readonly Dictionary<string, long> _experiments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _datasets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SqliteCommand> _commands = [];

    /// <summary>Writes a new file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="runs">The runs.</param>
    /// <param name="artifacts">Brings files along.</param>
    /// <param name="artifactsNow">Where those are written now, which may be another folder than they will lie in.</param>
    public void Write(string file, IEnumerable<TrackedRun> runs, ExportedArtifacts artifacts, string artifactsNow)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        RunSchema.Run(connection, $"begin; {Schema()}");
        Insert(connection, "insert into alembic_version values ($0)", Revision);
        Experiment(connection, 0, "Default", DateTimeOffset.UnixEpoch);
        foreach (var run in runs)
        {
            var experiment = ExperimentOf(connection, run);
            Run(connection, experiment, run);
            artifacts.Copy(run, Path.Combine(artifactsNow, $"{experiment}", run.Id, "artifacts"));
        }

        RunSchema.Run(connection, "commit");
        foreach (var command in _commands.Values)
            command.Dispose();
    }

    private static string Schema()
    {
        using var reader = new StreamReader(typeof(MlflowDatabase).Assembly.GetManifestResourceStream("mlflow.sql")!);
        return reader.ReadToEnd();
    }

    private long ExperimentOf(SqliteConnection connection, TrackedRun run)
    {
        if (!_experiments.TryGetValue(run.Experiment, out var id))
        {
            _experiments[run.Experiment] = id = _experiments.Count + 1;
            Experiment(connection, id, run.Experiment, run.Start);
        }

        return id;
    }

    private void Experiment(SqliteConnection connection, long id, string name, DateTimeOffset time) => Insert(
        connection,
        "insert into experiments values ($0, $1, $2, 'active', $3, $3)",
        id, name, Path.Combine(artifactFolder, $"{id}"), time.ToUnixTimeMilliseconds());

    private void Run(SqliteConnection connection, long experiment, TrackedRun run)
    {
        Insert(
            connection,
            "insert into runs(run_uuid, name, source_type, source_name, entry_point_name, user_id, status, start_time, end_time, source_version, "
            + "lifecycle_stage, artifact_uri, experiment_id) values ($0, $1, 'UNKNOWN', '', '', $2, $3, $4, $5, '', 'active', $6, $7)",
            run.Id, run.Name, MlflowRun.User(run), MlflowNames.Status(run.Status), run.Start.ToUnixTimeMilliseconds(), run.End?.ToUnixTimeMilliseconds(),
            Path.Combine(artifactFolder, $"{experiment}", run.Id, "artifacts"), experiment);
        foreach (var (name, value) in MlflowRun.Parameters(run))
            Insert(connection, "insert into params values ($0, $1, $2)", name, value, run.Id);
        foreach (var (name, value) in MlflowRun.Tags(run))
            Insert(connection, "insert into tags values ($0, $1, $2)", name, value, run.Id);
        foreach (var data in MlflowRun.Datasets(run))
            Dataset(connection, experiment, run.Id, data);
        foreach (var metrics in MlflowRun.Metrics(run).GroupBy(metric => metric.Key))
            Metrics(connection, run.Id, metrics);
    }

    private void Metrics(SqliteConnection connection, string run, IGrouping<string, RunMetric> metrics)
    {
        var rows = metrics.Select(metric => (metric.Step, Time: metric.Time.ToUnixTimeMilliseconds(), Value: Finite(metric.Value), IsNaN: double.IsNaN(metric.Value))).ToList();
        foreach (var row in rows)
            Insert(connection, "insert or ignore into metrics values ($0, $1, $2, $3, $4, $5)", metrics.Key, row.Value, row.Time, run, row.Step, row.IsNaN);
        var last = rows.Max();
        Insert(connection, "insert into latest_metrics values ($0, $1, $2, $3, $4, $5)", metrics.Key, last.Value, last.Time, last.Step, last.IsNaN, run);
    }

    private void Dataset(SqliteConnection connection, long experiment, string run, RunInput data)
    {
        var digest = MlflowNames.Digest(data);
        var key = string.Create(CultureInfo.InvariantCulture, $"{experiment} {digest} {data.Name}");
        if (!_datasets.TryGetValue(key, out var id))
        {
            _datasets[key] = id = MlflowDataset.Id(key);
            Insert(
                connection,
                $"insert into datasets values ($0, $1, $2, $3, '{MlflowDataset.SourceType}', $4, null, null)",
                id, experiment, data.Name, digest, MlflowDataset.Source(data));
        }

        var input = MlflowDataset.Id(id + run);
        Insert(connection, "insert into inputs values ($0, 'DATASET', $1, 'RUN', $2, 0)", input, id, run);
        Insert(connection, $"insert into input_tags values ($0, 'mlflow.data.context', '{MlflowDataset.Context}')", input);
    }

    private static double Finite(double value) => double.IsNaN(value) ? 0 : Math.Clamp(value, -double.MaxValue, double.MaxValue);

    private void Insert(SqliteConnection connection, string sql, params object?[] values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = FormattableString.Invariant($"${i}") });
            _commands[sql] = command;
        }

        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }
}
