using Microsoft.Data.Sqlite;

namespace MlOps.Build.Tool.Tests;

/// <summary>Data that a query gives: pinned, pulled, compared.</summary>
public sealed class DataQueryTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public DataQueryTests()
    {
        _folder.Write("project/Model.csproj", "<Project><ItemGroup><MlOpsData Include=\"data/strikes.csv\" Source=\"strikes.sql\" /></ItemGroup></Project>");
        _folder.Write("project/strikes.sql", "-- source: sqlite:strikes.db\nSELECT id, speed FROM strikes ORDER BY id\n");
        Execute("CREATE TABLE strikes (id INTEGER PRIMARY KEY, speed REAL)", "INSERT INTO strikes VALUES (1, 20), (2, 30.5)");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_update_pins_a_querys_rows_and_a_pull_takes_no_others()
    {
        var update = _folder.Run("data", "update", "-p", "project");
        update.ExitCode.ShouldBe(0, update.Error);
        update.Output.ShouldMatch("^pinned    strikes\\.sql#[0-9a-f]{12}  27 bytes  [0-9a-f]{12}\n$");
        File.ReadAllText(_folder["project/data/strikes.csv"]).ShouldBe("\"id\",\"speed\"\n1,20.0\n2,30.5\n");
        var lines = File.ReadAllText(_folder["project/mlops.lock"]);
        _folder.Run("data", "status", "-p", "project").ExitCode.ShouldBe(0);
        _folder.Run("data", "diff", "-p", "project").Output.ShouldStartWith("same      strikes.sql#");

        File.Delete(_folder["project/data/strikes.csv"]);
        _folder.Run("data", "pull", "project/strikes.sql", "-p", "project").Output.ShouldStartWith("pulled ");
        File.ReadAllText(_folder["project/data/strikes.csv"]).ShouldEndWith("2,30.5\n");

        Execute("INSERT INTO strikes VALUES (3, 40)");
        File.Delete(_folder["project/data/strikes.csv"]);
        _folder.Run("data", "pull", "-p", "project").Error.ShouldContain("error MLOPS1080");
        File.Exists(_folder["project/data/strikes.csv"]).ShouldBeFalse();
        _folder.Run("data", "diff", "-p", "project").Output.ShouldStartWith("differs   strikes.sql#");
        File.ReadAllText(_folder["project/mlops.lock"]).ShouldBe(lines);
    }

    [Fact]
    public void An_edited_query_is_not_pinned_until_it_is_run()
    {
        _folder.Run("data", "update", "-p", "project").ExitCode.ShouldBe(0);
        _folder.Write("project/strikes.sql", "-- source: sqlite:strikes.db\nSELECT id, speed FROM strikes WHERE id < 2\n");
        _folder.Run("data", "status", "-p", "project").Output.ShouldContain("unpinned  data/strikes.csv");
        _folder.Run("data", "pull", "-p", "project").Error.ShouldContain("error MLOPS1071: its Source 'strikes.sql#");
        var update = _folder.Run("data", "update", "strikes.sql", "-p", "project");
        update.ExitCode.ShouldBe(0);
        update.Error.ShouldStartWith("strikes.sql: warning MLOPS1140: the query has no ORDER BY");
        File.ReadAllLines(_folder["project/mlops.lock"]).Length.ShouldBe(2);
        File.ReadAllText(_folder["project/data/strikes.csv"]).ShouldBe("\"id\",\"speed\"\n1,20.0\n");
    }

    private void Execute(params string[] statements)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _folder["project/strikes.db"], Pooling = false }.ConnectionString);
        connection.Open();
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }
}
