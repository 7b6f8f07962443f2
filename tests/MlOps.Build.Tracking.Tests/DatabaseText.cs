using System.Text;
using Microsoft.Data.Sqlite;

namespace MlOps.Build.Tracking.Tests;

/// <summary>The rows of MLflow's tables as text.</summary>
internal static class DatabaseText
{
    private static readonly string[] Tables =
        ["alembic_version", "experiments", "runs", "params", "tags", "metrics", "latest_metrics", "datasets", "inputs", "input_tags"];

    public static string Of(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Mode=ReadOnly");
        connection.Open();
        var text = new StringBuilder();
        foreach (var table in Tables)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"select * from {table} order by rowid";
            using var reader = command.ExecuteReader();
            while (reader.Read())
                text.Append(table).Append('|').AppendJoin('|', Enumerable.Range(0, reader.FieldCount).Select(column => FormattableString.Invariant($"{reader.GetValue(column)}"))).Append('\n');
        }

        return text.ToString();
    }
}
