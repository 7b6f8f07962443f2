using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using MlOps.Build.Engine.Data.Expectations;
using MlOps.Build.Tool.Verbs;

namespace MlOps.Build.Tool.Expectations;

/// <summary>The options of <c>mlops validate --suite</c>.</summary>
internal sealed class SuiteArguments
{
    private static readonly Dictionary<string, ResultFormat> Formats = new()
    {
        ["BOOLEAN_ONLY"] = ResultFormat.BooleanOnly,
        ["BASIC"] = ResultFormat.Basic,
        ["SUMMARY"] = ResultFormat.Summary,
        ["COMPLETE"] = ResultFormat.Complete,
    };

    private readonly Option<string?> _suite = new("--suite")
    {
        Description = "A suite of Great Expectations (JSON, 0.x or 1.x) to judge the data by; no project is needed.",
        HelpName = "file",
    };

    private readonly Option<string?> _schema = new("--schema")
    {
        Description = "With --suite: the contract whose types hold and whose sensitive columns are masked; types are inferred without it.",
        HelpName = "file",
    };

    private readonly Option<string> _format = new("--result-format")
    {
        Description = "With --suite: how much the result tells.",
        DefaultValueFactory = _ => "SUMMARY",
        HelpName = "format",
    };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "With --suite: the file for the validation result, in the JSON of Great Expectations.",
        HelpName = "file",
    };

    private readonly Option<string[]> _parameters = new("--parameter")
    {
        Description = "With --suite: the value of a parameter of the suite, as name=value.",
        HelpName = "name=value",
    };

    private readonly Option<string[]> _others = new("--other-table")
    {
        Description = "With --suite: the file of another table that the suite names, as name=file.",
        HelpName = "name=file",
    };

    private readonly Option<int?> _distinct = new("--distinct-limit")
    {
        Description = "With --suite: different values, or combinations of values, that one expectation keeps in memory.",
        HelpName = "number",
    };

    public SuiteArguments()
    {
        _distinct.Validators.Add(result =>
        {
            if (result.GetValue(_distinct) is < 1)
                result.AddError("--distinct-limit must be at least 1.");
        });
        _format.AcceptOnlyFromAmong([.. Formats.Keys]);
        WantPairs(_parameters, "name=value");
        WantPairs(_others, "name=file");
    }

    /// <summary>Adds them to a verb whose data are those.</summary>
    public void AddTo(Command verb, ToolEnvironment environment, params Symbol[] data)
    {
        verb.Add(_suite);
        foreach (var option in Own)
            verb.Add(option);
        OutputGuard.Add(verb, environment, [_output], [_suite, _schema, .. data]);
        verb.Validators.Add(result =>
        {
            if (IsGiven(result))
                return;
            foreach (var option in Own.Where(option => result.GetResult(option) is { Implicit: false }))
                result.AddError($"{option.Name} says how a suite is judged, and none is given. Add --suite, or leave it out: without a suite the project's contract holds.");
        });
    }

    // What has no meaning without a suite.
    private Option[] Own => [_schema, _format, _output, _parameters, _others, _distinct];

    /// <summary>Null when no suite was given.</summary>
    public string? Suite(ParseResult parsed) => parsed.GetValue(_suite);

    public bool IsGiven(CommandResult result) => result.GetValue(_suite) is not null;

    public string? Schema(ParseResult parsed) => parsed.GetValue(_schema);

    public string? Output(ParseResult parsed) => parsed.GetValue(_output);

    /// <summary>Files of other tables, by name.</summary>
    public IReadOnlyDictionary<string, string> OtherTables(ParseResult parsed) => Pairs(parsed, _others).ToDictionary(pair => pair[0], pair => pair[1]);

    public SuiteOptions Options(ParseResult parsed) => new()
    {
        Format = Formats[parsed.GetValue(_format) ?? "SUMMARY"],
        MostDistinct = parsed.GetValue(_distinct) ?? new SuiteOptions().MostDistinct,
        Parameters = Pairs(parsed, _parameters).ToDictionary(pair => pair[0], pair => Json(pair[1])),
    };

    private static IEnumerable<string[]> Pairs(ParseResult parsed, Option<string[]> option) =>
        (parsed.GetValue(option) ?? []).Select(text => text.Split('=', 2)).DistinctBy(pair => pair[0]);

    private static void WantPairs(Option<string[]> option, string form) => option.Validators.Add(result =>
    {
        foreach (var wrong in (result.GetValue(option) ?? []).Where(text => text.IndexOf('=', StringComparison.Ordinal) < 1))
            result.AddError($"{option.Name} is '{wrong}'; expected {form}.");
    });

    // 5 is a number and "5" a text, as in JSON; what is no JSON is a text.
    private static JsonElement Json(string text)
    {
        try
        {
            return JsonDocument.Parse(text).RootElement;
        }
        catch (JsonException)
        {
            return JsonDocument.Parse($"\"{JsonEncodedText.Encode(text)}\"").RootElement;
        }
    }
}
