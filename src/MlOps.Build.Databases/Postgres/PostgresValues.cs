using MlOps.Build.Engine.Data;
using Npgsql;
using Npgsql.PostgresTypes;

namespace MlOps.Build.Databases.Postgres;

/// <summary>How values of a type are written.</summary>
internal static class PostgresValues
{
    /// <summary>Writes a value of a column; null when no column of a table holds such values.</summary>
    public static Action<NpgsqlDataReader, int, RowWriter>? Of(PostgresType type) => type switch
    {
        PostgresDomainType domain => Of(domain.BaseType),
        PostgresEnumType => Text,
        _ => Of(type.InternalName),
    };

    public static string Unknown(string column, PostgresType type) =>
        $"column {Shown.Text(column)} is of type '{type.DisplayName}', which no column of a table has. Leave it out, or make it another: CAST({column} AS text).";

    private static Action<NpgsqlDataReader, int, RowWriter>? Of(string type) => type switch
    {
        "bool" => (reader, column, writer) => writer.Truth(reader.GetBoolean(column)),
        "int2" or "int4" or "int8" => (reader, column, writer) => writer.Number(reader.GetInt64(column)),
        "oid" => (reader, column, writer) => writer.Number(reader.GetFieldValue<uint>(column)),
        "float4" => (reader, column, writer) => writer.Number(reader.GetFloat(column)),
        "float8" => (reader, column, writer) => writer.Number(reader.GetDouble(column)),
        "numeric" => (reader, column, writer) => writer.Number(reader.GetDecimal(column)),
        "date" => (reader, column, writer) => writer.Date(reader.GetFieldValue<DateOnly>(column)),
        "time" => (reader, column, writer) => writer.Time(reader.GetFieldValue<TimeOnly>(column)),
        "timestamp" or "timestamptz" => (reader, column, writer) => writer.Timestamp(reader.GetDateTime(column)),
        "uuid" => (reader, column, writer) => writer.Quoted(reader.GetGuid(column).ToString()),
        "text" or "varchar" or "bpchar" or "name" or "citext" or "json" or "jsonb" or "xml" => Text,
        _ => null,
    };

    private static void Text(NpgsqlDataReader reader, int column, RowWriter writer) => writer.Quoted(reader.GetString(column));
}
