using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Expectations on the type of a column, with the names that pandas, SQL and Spark have for it. Widths are not told apart.</summary>
internal static class TypeKinds
{
    private static readonly Dictionary<string, ColumnType[]> Names = Named(
        ([ColumnType.Int64], "int int8 int16 int32 int64 uint8 uint16 uint32 uint64 integer bigint smallint tinyint longtype integertype shorttype bytetype long int_ biginteger serial number"),
        ([ColumnType.Float32, ColumnType.Float64], "float float_ float16 float32 float64 double double_precision doubletype floattype real numeric decimal decimaltype number float8 float4"),
        ([ColumnType.Boolean], "bool bool_ boolean booleantype bit"),
        ([ColumnType.String], "str str_ object object_ string stringtype varchar nvarchar char text clob unicode character"),
        ([ColumnType.Date], "date datetype"),
        ([ColumnType.Timestamp], "datetime datetime64 datetime64[ns] datetime64[us] datetime64[s] timestamp timestamptype timestamptz timestamp_ntz datetimetz datetime.datetime"));

    public static IEnumerable<ExpectationKind> All =>
    [
        new("expect_column_values_to_be_of_type", ExpectationDomain.ColumnMap, ["type_"], request => Typed(request, request.Text("type_") is { } name ? [name] : null)),
        new("expect_column_values_to_be_in_type_list", ExpectationDomain.ColumnMap, ["type_list"], request => Typed(request, request.Texts("type_list"))),
    ];

    /// <summary>The type that a name stands for; null when it is not known.</summary>
    public static ColumnType? Of(string name) => Names.TryGetValue(name, out var types) ? types[^1] : null;

    private static MetricCheck Typed(CheckRequest request, IReadOnlyList<string>? names)
    {
        var type = request.Columns[request.Column()].Type;
        var known = (names ?? []).Where(Names.ContainsKey).ToList();
        if (names is { Count: > 0 } && known.Count == 0)
            request.Fail($"{Shown.Text(names[0])} is no name of a type that is known here.{DidYouMean.Sentence(names[0], Names.Keys)}");
        var success = names is null || known.Any(name => Names[name].Contains(type));
        return new([], _ => Outcome.Of(success, JsonValue.Create(ColumnTypes.Name(type))));
    }

    private static Dictionary<string, ColumnType[]> Named(params (ColumnType[] Types, string Names)[] groups) => groups
        .SelectMany(group => group.Names.Split(' ').SelectMany(name => group.Types.Select(type => (name, type))))
        .GroupBy(pair => pair.name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.Select(pair => pair.type).ToArray(), StringComparer.OrdinalIgnoreCase);
}
