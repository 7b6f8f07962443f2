using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Trackers.TensorBoard;

namespace MlOps.Build.Trackers.WeightsAndBiases;

/// <summary>A run's parts as Weights &amp; Biases keeps them: a configuration, lines of history by step, a summary. NaN and infinities stand there by name, without quotes.</summary>
internal static class WandbJson
{
    private const int ProjectLength = 128;

    /// <summary>Values of the configuration, as JSON each: parameters by name, and what else the run knows under <c>mlops</c>.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Configuration(TrackedRun run)
    {
        var known = new JsonObject { ["run"] = run.Id, ["tags"] = new JsonObject(run.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value))) };
        known["inputs"] = new JsonArray([.. run.Inputs.Select(input => new JsonObject { ["name"] = input.Name, ["kind"] = input.Kind, ["sha256"] = input.Sha256, ["bytes"] = input.Size })]);
        known["artifacts"] = new JsonArray([.. run.Artifacts.Select(artifact => new JsonObject { ["path"] = artifact.Path, ["sha256"] = artifact.Sha256, ["bytes"] = artifact.Size })]);
        return [.. run.Parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, Value(pair.Value))), KeyValuePair.Create("mlops", known.ToJsonString())];
    }

    /// <summary>The configuration as one object, <c>{"trees": {"value": 200}, …}</c>.</summary>
    public static string ConfigurationObject(TrackedRun run) => Object(Configuration(run).Select(pair => KeyValuePair.Create(pair.Key, $"{{\"value\":{pair.Value}}}")));

    /// <summary>Readings by step, ascending; each line the values by name, as JSON. The last reading of a step counts.</summary>
    public static IReadOnlyList<WandbStep> History(TrackedRun run) => [.. run.Metrics.GroupBy(metric => metric.Step).OrderBy(group => group.Key).Select(group =>
    {
        var time = group.Max(metric => metric.Time);
        return new WandbStep(group.Key, [.. Values(group), .. Moment(run, group.Key, time)]);
    })];

    /// <summary>The last value of each metric.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Summary(TrackedRun run)
    {
        var end = run.End ?? run.Start;
        return [.. Values(run.Metrics.OrderBy(metric => metric.Step)), .. Moment(run, run.Metrics.Select(metric => metric.Step).DefaultIfEmpty().Max(), end)];
    }

    public static string Object(IEnumerable<KeyValuePair<string, string>> values) => $"{{{string.Join(',', values.Select(pair => $"{Text(pair.Key)}:{pair.Value}"))}}}";

    /// <summary>A project's name of what the server takes in one.</summary>
    public static string Project(string name)
    {
        var plain = string.Concat(name.Select(c => c is '/' or '\\' or '#' or '?' or '%' or ':' || char.IsControl(c) ? '-' : c)).Trim();
        return plain.Length == 0 ? "uncategorized" : plain.Length <= ProjectLength ? plain : plain[..ProjectLength];
    }

    public static int ExitCode(TrackedRun run) => run.Status == RunStatus.Finished ? 0 : 1;

    public static string Text(string text) => JsonValue.Create(text).ToJsonString();

    private static IEnumerable<KeyValuePair<string, string>> Values(IEnumerable<RunMetric> metrics)
    {
        var values = new Dictionary<string, string>();
        foreach (var metric in metrics)
        {
            values[metric.Key] = Number(metric.Value);
            if (metric.Lower is { } lower)
                values[metric.Key + ".lower"] = Number(lower);
            if (metric.Upper is { } upper)
                values[metric.Key + ".upper"] = Number(upper);
        }

        return values.OrderBy(pair => pair.Key, StringComparer.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, string>> Moment(TrackedRun run, long step, DateTimeOffset time) =>
    [
        KeyValuePair.Create("_step", step.ToString(CultureInfo.InvariantCulture)),
        KeyValuePair.Create("_runtime", Number(Math.Max(0, (time - run.Start).TotalSeconds))),
        KeyValuePair.Create("_timestamp", Number(HyperparameterData.Seconds(time))),
    ];

    private static string Value(string value)
    {
        if (bool.TryParse(value, out var truth))
            return truth ? "true" : "false";
        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? Number(number) : Text(value);
    }

    private static string Number(double value) => value switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        _ => JsonSerializer.Serialize(value, Spool.SpoolJson.Default.Double),
    };
}
