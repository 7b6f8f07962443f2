using System.Text.Json;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Exchange;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Expectations.Tfdv;

/// <summary>A feature of TensorFlow Data Validation as a column.</summary>
internal static class TfdvFeature
{
    private static readonly string[] Carried =
        ["name", "type", "presence", "domain", "int_domain", "float_domain", "string_domain", "bool_domain", "unique_constraints", "distribution_constraints", "value_count", "shape", "lifecycle_stage", "in_environment", "not_in_environment", "skew_comparator",
         "drift_comparator"];

    // The stages whose features are validated (schema.proto, LifecycleStage).
    private static readonly string[] Validated = ["UNKNOWN_STAGE", "BETA", "PRODUCTION", "VALIDATION_DERIVED"];

    /// <summary>Null when the feature is none that a table can have.</summary>
    public static ColumnSchema? Column(ProtoField field, ProtoMessage schema, TfdvRemainder left)
    {
        var feature = field.Message!;
        var name = feature.Text("name") ?? "";
        if (name.Length == 0 || TypeOf(feature) is not { } type || IsList(feature))
        {
            left.Say(field, $"feature {Shown.Text(name)}, which is no single value,");
            return null;
        }

        foreach (var other in feature.Fields.Where(other => !Carried.Contains(other.Name)))
            left.Say(other, $"'{other.Name}' of {Shown.Text(name)}");
        var presence = feature.Message("presence");
        var column = new ColumnSchema { Name = name, Type = type, Required = presence?.Number("min_count") > 0 || presence?.Number("min_fraction") > 0 };
        if (TfdvEnvironments.Of(feature, schema) is { } here)
            column = column with { Environments = here, Required = column.Required && here.Count > 0 };
        if (feature.Text("lifecycle_stage") is { } stage && !Validated.Contains(stage))
            return column with { Required = false };
        if (presence?.Find("min_count") is { } count && presence.Number("min_count") > 1)
            left.Say(count, $"'min_count' of {Shown.Text(name)} above 1");
        if (presence?.Number("min_fraction") is { } fraction and >= 0 and <= 1)
            column = column with { MaximumMissing = Shares.Opposite(fraction) };
        else if (presence?.Find("min_fraction") is { } absurd)
            left.Say(absurd, $"'min_fraction' of {Shown.Text(name)}, which is no share,");
        column = column with
        {
            Skew = TfdvComparator.Of(feature.Find("skew_comparator"), column, left),
            Drift = TfdvComparator.Of(feature.Find("drift_comparator"), column, left),
        };
        return Unique(Domain(column, feature, schema, left), feature);
    }

    private static ColumnType? TypeOf(ProtoMessage feature) => feature.Text("type") switch
    {
        "BYTES" or "1" => feature.Message("bool_domain") is { } boolean && IsPlain(boolean) ? ColumnType.Boolean : ColumnType.String,
        "INT" or "2" => ColumnType.Int64,
        "FLOAT" or "3" => ColumnType.Float64,
        _ => null,
    };

    private static bool IsPlain(ProtoMessage boolean) =>
        (boolean.Text("true_value") ?? "true").Equals("true", StringComparison.OrdinalIgnoreCase)
        && (boolean.Text("false_value") ?? "false").Equals("false", StringComparison.OrdinalIgnoreCase);

    private static bool IsList(ProtoMessage feature) =>
        feature.Message("value_count") is { } count && count.Number("max") is not 1
        || feature.Message("shape") is { } shape && shape.All("dim").Any(size => size.Message?.Number("size") is not 1);

    private static ColumnSchema Domain(ColumnSchema column, ProtoMessage feature, ProtoMessage schema, TfdvRemainder left)
    {
        var named = feature.Text("domain") is { } domain
            ? schema.Fields.LastOrDefault(field => field.Name.EndsWith("_domain", StringComparison.Ordinal) && field.Message?.Text("name") == domain)?.Message
            : null;
        var limits = named ?? feature.Message("int_domain") ?? feature.Message("float_domain");
        if (limits?.Number("min") > limits?.Number("max"))
            left.Say(limits!.Find("min")!, $"the domain of {Shown.Text(column.Name)}, whose 'min' is above its 'max',");
        else if (limits is not null && ColumnTypes.IsNumber(column.Type))
            column = column with { Minimum = limits.Number("min"), Maximum = limits.Number("max") };
        if (column.Type == ColumnType.Int64 && feature.Message("bool_domain") is not null)
            column = column with { Values = ["0", "1"] };
        var values = (named ?? feature.Message("string_domain"))?.All("value").Select(value => value.Text).Distinct(StringComparer.Ordinal).ToList() ?? [];
        if (column.Type != ColumnType.String || values.Count == 0)
            return column;
        var mass = feature.Message("distribution_constraints")?.Number("min_domain_mass") ?? 1;
        return mass is not (>= 0 and < 1)
            ? column with { Values = values }
            : Expect(column, "expect_column_values_to_be_in_set", new() { ["value_set"] = Kinds.JsonValues.List(values), ["mostly"] = mass });
    }

    private static ColumnSchema Unique(ColumnSchema column, ProtoMessage feature) => feature.Message("unique_constraints") is { } constraints
        ? Expect(column, "expect_column_unique_value_count_to_be_between", new() { ["min_value"] = constraints.Number("min"), ["max_value"] = constraints.Number("max") })
        : column;

    private static ColumnSchema Expect(ColumnSchema column, string type, JsonObject kwargs)
    {
        var whole = new JsonObject { ["column"] = column.Name };
        foreach (var (key, value) in kwargs.Where(pair => pair.Value is not null))
            whole[key] = value!.DeepClone();
        var expectation = new Expectation { Type = type, Kwargs = JsonDocument.Parse(whole.ToJsonString()).RootElement };
        return column with { Expectations = [.. column.Expectations, expectation] };
    }
}
