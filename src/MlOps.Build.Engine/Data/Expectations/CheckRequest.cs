using System.Text.Json;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations.Conditions;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>An expectation's arguments for a table with the given columns. The first thing that is wrong stays in <see cref="Fault"/>.</summary>
internal sealed class CheckRequest(Expectation expectation, IReadOnlyList<BatchColumn> columns, SuiteOptions options)
{
    private readonly JsonElement _kwargs = expectation.Kwargs;

    public IReadOnlyList<BatchColumn> Columns { get; } = columns;

    /// <summary>The number of unexpected rows to keep.</summary>
    public int Kept { get; } = options.KeptRows;

    /// <summary>The number of different values to keep.</summary>
    public int MostDistinct { get; } = options.MostDistinct;

    /// <summary>The rows of other tables, by name.</summary>
    public IReadOnlyDictionary<string, long> OtherTables { get; } = options.OtherTables;

    /// <summary>Why the expectation cannot be judged.</summary>
    public string? Fault { get; private set; }

    public double Mostly => Number("mostly", 0, 1) ?? 1;

    public void Fail(string fault) => Fault ??= fault;

    public JsonElement? Value(string key) =>
        _kwargs.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A column's index; 0, with a fault, when there is no such column.</summary>
    public int Column(string key = "column")
    {
        if (Text(key) is not { } name)
            Fail($"'{key}' is missing; it names the column.");
        else if (IndexOf(name) is >= 0 and var index)
            return index;
        return 0;
    }

    public IReadOnlyList<int> ColumnList(string key = "column_list")
    {
        if (Texts(key) is not { Count: > 0 } names)
        {
            Fail($"'{key}' is missing; it lists the columns.");
            return [0];
        }

        return [.. names.Select(name => Math.Max(0, IndexOf(name)))];
    }

    public IReadOnlyList<BatchColumn> Named(params IEnumerable<int> indices) => [.. indices.Select(index => Columns[index])];

    public string? Text(string key) => Read(key, JsonValueKind.String, "a text") is { } value ? value.GetString() : null;

    public bool Flag(string key, bool standard = false)
    {
        if (Value(key) is not { } value)
            return standard;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Fail($"'{key}' is {value.GetRawText()}; expected true or false.");
        return value.ValueKind == JsonValueKind.True;
    }

    public double? Number(string key, double minimum = double.NegativeInfinity, double maximum = double.PositiveInfinity)
    {
        if (Read(key, JsonValueKind.Number, "a number") is not { } value)
            return null;
        if (value.GetDouble() is var number && number >= minimum && number <= maximum)
            return number;
        Fail($"'{key}' is {value.GetRawText()}; expected a number from {minimum} to {maximum}.");
        return null;
    }

    public Scalar? Scalar(string key)
    {
        if (Value(key) is not { } value)
            return null;
        if (Expectations.Scalar.Of(value) is { } scalar)
            return scalar;
        Fail($"'{key}' is {Shown.Text(value.GetRawText())}; expected one value.");
        return null;
    }

    /// <summary>A list of single values; null when it is absent.</summary>
    public IReadOnlyList<Scalar>? Scalars(string key)
    {
        if (Read(key, JsonValueKind.Array, "a list") is not { } list)
            return null;
        var values = list.EnumerateArray().Select(Expectations.Scalar.Of).ToList();
        if (values.Contains(null))
            Fail($"'{key}' holds a list or an object; expected single values.");
        return [.. values.OfType<Scalar>()];
    }

    public IReadOnlyList<string>? Texts(string key)
    {
        if (Scalars(key) is not { } values)
            return null;
        if (values.Any(value => value.Kind != ScalarKind.Text))
            Fail($"'{key}' holds something else than texts.");
        return [.. values.Select(value => value.Text)];
    }

    public Limits Limits() => new(Scalar("min_value"), Scalar("max_value"), Flag("strict_min"), Flag("strict_max"));

    public RowCondition? Condition()
    {
        if (Text("row_condition") is not { } text)
            return null;
        var condition = ConditionParser.Parse(text, Text("condition_parser"), Columns, out var fault);
        if (fault is not null)
            Fail(fault);
        return condition;
    }

    private int IndexOf(string name)
    {
        for (var index = 0; index < Columns.Count; index++)
        {
            if (Columns[index].Name == name)
                return index;
        }

        Fail($"the data have no column {Shown.Text(name)}.{DidYouMean.Sentence(name, Columns.Select(column => column.Name))}");
        return -1;
    }

    private JsonElement? Read(string key, JsonValueKind kind, string expected)
    {
        if (Value(key) is not { } value)
            return null;
        if (value.ValueKind == kind)
            return value;
        Fail($"'{key}' is {Shown.Text(value.GetRawText())}; expected {expected}.");
        return null;
    }
}
