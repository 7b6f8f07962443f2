using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.JsonSchemas;
using MlOps.Build.Engine.Data.Expectations.Probes;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Expectations on each value of a column as text.</summary>
internal static class TextKinds
{
    private static readonly string[] LimitKwargs = ["min_value", "max_value", "strict_min", "strict_max"];

    public static IEnumerable<ExpectationKind> All =>
    [
        ValueKinds.Tested("expect_column_value_lengths_to_be_between", LimitKwargs, (request, _) => Lengths(request, AggregateKinds.NumberLimits(request))),
        ValueKinds.Tested("expect_column_value_lengths_to_equal", ["value"], (request, _) => Lengths(request, new(request.Scalar("value"), request.Scalar("value")))),
        Patterns("expect_column_values_to_match_regex", "regex", matching: true),
        Patterns("expect_column_values_to_not_match_regex", "regex", matching: false),
        Patterns("expect_column_values_to_match_regex_list", "regex_list", matching: true),
        Patterns("expect_column_values_to_not_match_regex_list", "regex_list", matching: false),
        Patterns("expect_column_values_to_match_like_pattern", "like_pattern", matching: true),
        Patterns("expect_column_values_to_not_match_like_pattern", "like_pattern", matching: false),
        Patterns("expect_column_values_to_match_like_pattern_list", "like_pattern_list", matching: true),
        Patterns("expect_column_values_to_not_match_like_pattern_list", "like_pattern_list", matching: false),
        ValueKinds.Tested("expect_column_values_to_match_strftime_format", ["strftime_format"], Strftime),
        ValueKinds.Tested("expect_column_values_to_be_dateutil_parseable", [], (request, type) => TextOnly(request, type, LooseDates.Parses)),
        ValueKinds.Tested("expect_column_values_to_be_json_parseable", [], (_, type) => new TextTest(text => type == ColumnType.String && JsonTexts.Parses(text))),
        ValueKinds.Tested("expect_column_values_to_match_json_schema", ["json_schema"], Schema),
    ];

    private static TextTest? Lengths(CheckRequest request, Limits limits)
    {
        if (limits is { Minimum: null, Maximum: null })
            request.Fail("no length is given: 'min_value', 'max_value' and 'value' are missing.");
        if (!limits.Fit(ColumnType.Float64))
            request.Fail($"a length cannot be compared with {limits}.");
        return new TextTest(text => limits.Allows(CodePoints.Length(text)));
    }

    private static ExpectationKind Patterns(string name, string key, bool matching)
    {
        var isList = key.EndsWith("_list", StringComparison.Ordinal);
        return ValueKinds.Tested(name, isList && matching ? [key, "match_on"] : [key], (request, _) =>
        {
            var texts = isList ? request.Texts(key) : request.Text(key) is { } single ? [single] : null;
            if (texts is not { Count: > 0 })
                request.Fail($"'{key}' is missing; it is what the values are held against.");
            var all = request.Text("match_on") switch
            {
                null or "any" => false,
                "all" => true,
                var other => Refuse(request, other),
            };
            var patterns = (texts ?? []).Select(text => Pattern(request, key, text)).OfType<SearchPattern>().ToList();
            return request.Fault is null ? new TextTest(text => Match(patterns, text, all) == matching, [.. patterns]) : null;
        });
    }

    private static bool Refuse(CheckRequest request, string other)
    {
        request.Fail($"'match_on' is {Shown.Text(other)}; expected any or all.");
        return false;
    }

    private static bool Match(List<SearchPattern> patterns, string text, bool all) =>
        all ? patterns.TrueForAll(pattern => pattern.Found(text)) : patterns.Exists(pattern => pattern.Found(text));

    private static SearchPattern? Pattern(CheckRequest request, string key, string text)
    {
        var pattern = key.StartsWith("like", StringComparison.Ordinal) ? SearchPattern.Like(text) : SearchPattern.Python(text, out var fault) is { } made ? made : Fail(fault);
        return pattern;

        SearchPattern? Fail(string? why)
        {
            request.Fail($"'{key}' {Shown.Text(text)} is no regular expression that can be used here: {why}");
            return null;
        }
    }

    private static TextTest? Schema(CheckRequest request, ColumnType type)
    {
        if (request.Value("json_schema") is not { } given)
            request.Fail("'json_schema' is missing; it is the schema of the values.");
        else if (JsonSchema.Read(given, out var fault) is { } schema)
            return new TextTest(text => type == ColumnType.String && schema.Allows(text), [.. schema.Patterns]);
        else
            request.Fail($"'json_schema' cannot be used: {fault}.");
        return null;
    }

    private static TextTest? Strftime(CheckRequest request, ColumnType type)
    {
        if (request.Text("strftime_format") is not { } format)
        {
            request.Fail("'strftime_format' is missing; it is the format of the values.");
            return null;
        }

        if (StrftimeFormat.Of(format, out var fault) is { } parsed)
            return TextOnly(request, type, parsed.Parses);
        request.Fail($"'strftime_format' {Shown.Text(format)} cannot be used: {fault}");
        return null;
    }

    private static TextTest? TextOnly(CheckRequest request, ColumnType type, Func<string, bool> holds)
    {
        if (type is ColumnType.String or ColumnType.Date or ColumnType.Timestamp)
            return new TextTest(holds);
        request.Fail("the values are no texts. Give the column the type string in a schema, or hold it to another expectation.");
        return null;
    }
}
