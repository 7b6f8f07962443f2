using System.Reflection;
using Microsoft.Data.Sqlite;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Tracking;
using SQLitePCL;

namespace MlOps.Build.Tracking;

/// <summary>
/// Keeps runs in a SQLite file. The file is opened by the first run, not before; each call is one transaction. Safe for concurrent use, and
/// beside other processes.
/// </summary>
internal sealed class RunStore(string path) : IRunLog, IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SqliteCommand> _commands = [];
    private SqliteConnection? _connection;

    /// <summary>The assembly that calls SQLite's library, for programs that have to say where that is.</summary>
    public static Assembly NativeCaller => typeof(SQLite3Provider_e_sqlite3).Assembly;

    /// <summary>Called before the file is opened.</summary>
    public Action BeforeOpening { get; init; } = () => { };

    private SqliteConnection Connection
    {
        get
        {
            if (_connection is null)
            {
                BeforeOpening();
                _connection = RunDatabase.OpenToAdd(path);
            }

            return _connection;
        }
    }

    public void Start(TrackedRun run) => Write(() =>
    {
        var process = Environment.ProcessId;
        Insert(
            "insert into runs(id, experiment, name, parent, started, host, process, mark) values ($0, $1, $2, $3, $4, $5, $6, $7)",
            run.Id, run.Experiment, run.Name, run.Parent, Milliseconds(run.Start), ProcessMark.Host, process, ProcessMark.Of(process) ?? "");
        Pairs("parameters", run.Id, run.Parameters);
        Pairs("tags", run.Id, run.Tags);
        Rows(run.Id, run.Metrics, run.Inputs, run.Artifacts);
    });

    public void Add(TrackedRun run, RunChange change) => Write(() => Change(run.Id, change));

    public void End(TrackedRun run, RunChange change) => Write(() =>
    {
        Change(run.Id, change);
        Insert(
            "insert into ends(run, status, ended) select seq, $1, $2 from runs where id = $0",
            run.Id, run.Status.ToString(), Milliseconds(run.End!.Value));
    });

    public TrackedRun? Find(string experiment, string tag, string value)
    {
        lock (_gate)
        {
            const string Sql = "select max(r.seq) from tags t join runs r on r.seq = t.run where t.key = $0 and t.value = $1 and r.experiment = $2 and r.parent is null";
            return Command(Sql, tag, value, experiment).ExecuteScalar() is long found ? RunRows.Read(Connection, found) : null;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var command in _commands.Values)
                command.Dispose();
            _commands.Clear();
            _connection?.Dispose();
            _connection = null;
        }
    }

    private void Write(Action write)
    {
        lock (_gate)
        {
            // Begun as a writer: one that reads first and then writes would be refused when another wrote in between.
            Command("begin immediate").ExecuteNonQuery();
            try
            {
                write();
                Command("commit").ExecuteNonQuery();
            }
            catch
            {
                if (raw.sqlite3_get_autocommit(Connection.Handle) == 0)
                    Command("rollback").ExecuteNonQuery();
                throw;
            }
        }
    }

    private void Change(string id, RunChange change)
    {
        Pairs("parameters", id, change.Parameters);
        Pairs("tags", id, change.Tags);
        Rows(id, change.Metrics, change.Inputs, change.Artifacts);
    }

    private void Pairs(string table, string id, IReadOnlyDictionary<string, string> pairs)
    {
        foreach (var (key, value) in pairs)
            Insert($"insert into {table}(run, key, value) select seq, $1, $2 from runs where id = $0", id, key, value);
    }

    private void Rows(string id, IEnumerable<RunMetric> metrics, IEnumerable<RunInput> inputs, IEnumerable<RunArtifact> artifacts)
    {
        foreach (var metric in metrics)
        {
            Insert(
                "insert into metrics(run, key, value, lower, upper, step, time) select seq, $1, $2, $3, $4, $5, $6 from runs where id = $0",
                id, metric.Key, Value(metric.Value), Value(metric.Lower), Value(metric.Upper), metric.Step, Milliseconds(metric.Time));
        }

        foreach (var input in inputs)
        {
            Insert(
                "insert into inputs(run, name, kind, sha256, size) select seq, $1, $2, $3, $4 from runs where id = $0",
                id, input.Name, input.Kind, input.Sha256, input.Size);
        }

        foreach (var artifact in artifacts)
        {
            Insert(
                "insert into artifacts(run, path, sha256, size, file) select seq, $1, $2, $3, $4 from runs where id = $0",
                id, artifact.Path, artifact.Sha256, artifact.Size, artifact.File);
        }
    }

    private void Insert(string sql, params object?[] values)
    {
        if (Command(sql, values).ExecuteNonQuery() != 1)
            throw new RunsFileException("a run that was begun is not in it any more. Leave the file alone while models are trained.");
    }

    private SqliteCommand Command(string sql, params object?[] values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = FormattableString.Invariant($"${i}") });
            _commands[sql] = command;
        }

        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    private static object? Value(double? value) => value is not { } number || double.IsNaN(number) ? null : number;

    private static long Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();
}
