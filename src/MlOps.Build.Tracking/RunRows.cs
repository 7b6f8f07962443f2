using Microsoft.Data.Sqlite;
using MlOps.Build.Contracts;

namespace MlOps.Build.Tracking;

/// <summary>Reads one run from its rows.</summary>
internal static class RunRows
{
    private const string Every = "select key, value, lower, upper, step, time from metrics where run = $0 order by seq";

    // MLflow's order of readings: the last is that of the highest step, then time, then value.
    private const string Last = """
        select key, value, lower, upper, step, time from (
          select *, row_number() over (partition by key order by step desc, time desc, value desc) as place from metrics where run = $0)
        where place = 1 order by seq
        """;

    /// <summary>The run of a row.</summary>
    /// <param name="connection">The file.</param>
    /// <param name="seq">The row.</param>
    /// <param name="steps">False for the last reading of each metric alone.</param>
    public static TrackedRun Read(SqliteConnection connection, long seq, bool steps = true)
    {
        var run = Rows(connection, RunSql.Heads + " where r.seq = $0", seq, Head).Single();
        return run with
        {
            Parameters = Pairs(connection, "select key, value from parameters where run = $0 order by seq", seq),
            Tags = Pairs(connection, "select key, value from tags where run = $0 order by seq", seq),
            Metrics = Rows(connection, steps ? Every : Last, seq, Metric),
            Inputs = Rows(connection, "select name, kind, sha256, size from inputs where run = $0 order by seq", seq, Input),
            Artifacts = Rows(connection, "select path, sha256, size, file from artifacts where run = $0 order by seq", seq, Artifact),
        };
    }

    private static TrackedRun Head(SqliteDataReader row) => new()
    {
        Id = row.GetString(0),
        Experiment = row.GetString(1),
        Name = row.GetString(2),
        Parent = row.IsDBNull(3) ? null : row.GetString(3),
        Start = Time(row, 4),
        End = row.IsDBNull(5) ? null : Time(row, 5),
        Status = Enum.Parse<RunStatus>(row.GetString(6)),
    };

    private static RunMetric Metric(SqliteDataReader row) => new()
    {
        Key = row.GetString(0),
        Value = row.IsDBNull(1) ? double.NaN : row.GetDouble(1),
        Lower = row.IsDBNull(2) ? null : row.GetDouble(2),
        Upper = row.IsDBNull(3) ? null : row.GetDouble(3),
        Step = row.GetInt64(4),
        Time = Time(row, 5),
    };

    private static RunInput Input(SqliteDataReader row) =>
        new() { Name = row.GetString(0), Kind = row.GetString(1), Sha256 = row.GetString(2), Size = row.GetInt64(3) };

    private static RunArtifact Artifact(SqliteDataReader row) =>
        new() { Path = row.GetString(0), Sha256 = row.GetString(1), Size = row.GetInt64(2), File = row.IsDBNull(3) ? null : row.GetString(3) };

    private static DateTimeOffset Time(SqliteDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private static SortedDictionary<string, string> Pairs(SqliteConnection connection, string sql, long seq)
    {
        var pairs = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in Rows(connection, sql, seq, row => (row.GetString(0), row.GetString(1))))
            pairs[key] = value;
        return pairs;
    }

    private static List<T> Rows<T>(SqliteConnection connection, string sql, long seq, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$0", seq);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }
}
