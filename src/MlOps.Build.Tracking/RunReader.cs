using Microsoft.Data.Sqlite;
using MlOps.Build.Contracts;
using MlOps.Build.Tracking.Search;

namespace MlOps.Build.Tracking;

/// <summary>Reads runs, also while they are written. What one reader sees is of one moment, until it is disposed of.</summary>
internal sealed class RunReader : IDisposable
{
    private readonly SqliteConnection _connection;

    private RunReader(SqliteConnection connection) => _connection = connection;

    /// <exception cref="RunsFileException">There is no such file, or it is something else.</exception>
    public static RunReader Open(string path)
    {
        var connection = RunDatabase.OpenToRead(path);
        RunSchema.Run(connection, "begin");
        return new RunReader(connection);
    }

    /// <summary>The runs that a search finds, with the last reading of each metric.</summary>
    /// <param name="search">What is searched for.</param>
    /// <param name="steps">True for all readings.</param>
    public IEnumerable<TrackedRun> Search(RunSearch search, bool steps = false)
    {
        var (sql, values) = SearchSql.Of(search);
        return [.. Numbers(sql, values).Select(seq => RunRows.Read(_connection, seq, steps))];
    }

    /// <summary>How many runs there are.</summary>
    public long Count() => Numbers("select count(*) from runs", []).Single();

    /// <summary>The runs whose id begins so, two at most.</summary>
    public IReadOnlyList<TrackedRun> Find(string id) =>
        [.. Numbers("select seq from runs where substr(id, 1, length($0)) = $0 order by seq limit 2", [id]).Select(seq => RunRows.Read(_connection, seq))];

    /// <summary>The runs below one, in their order.</summary>
    public IReadOnlyList<TrackedRun> Children(string id) =>
        [.. Numbers("select seq from runs where parent = $0 order by seq", [id]).Select(seq => RunRows.Read(_connection, seq, steps: false))];

    public void Dispose() => _connection.Dispose();

    private List<long> Numbers(string sql, IReadOnlyList<object> values)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Count; i++)
            command.Parameters.AddWithValue(FormattableString.Invariant($"${i}"), values[i]);
        using var reader = command.ExecuteReader();
        var numbers = new List<long>();
        while (reader.Read())
            numbers.Add(reader.GetInt64(0));
        return numbers;
    }
}
