using System.Globalization;
using System.Text;
using MlOps.Build.Contracts;

namespace MlOps.Build.Tracking.Export;

/// <summary>A run as MLflow's stores take it.</summary>
internal static class MlflowRun
{
    /// <summary>The most characters of a parameter and of a tag (mlflow/utils/validation.py).</summary>
    private const int LongestParameter = 6000;
    private const int LongestTag = 8000;
    private const int LongestName = 250;

    public static IEnumerable<KeyValuePair<string, string>> Parameters(TrackedRun run) =>
        run.Parameters.Select(pair => KeyValuePair.Create(Name(pair.Key), Cut(pair.Value, LongestParameter))).DistinctBy(pair => pair.Key);

    public static IEnumerable<KeyValuePair<string, string>> Tags(TrackedRun run) =>
        MlflowNames.TagsOf(run).Select(pair => KeyValuePair.Create(Name(pair.Key), Cut(pair.Value, LongestTag))).DistinctBy(pair => pair.Key);

    /// <summary>The readings; it has no intervals, so their ends are readings of their own.</summary>
    public static IEnumerable<RunMetric> Metrics(TrackedRun run)
    {
        foreach (var metric in run.Metrics)
        {
            var name = Name(metric.Key);
            yield return metric with { Key = name };
            if (metric.Lower is { } lower)
                yield return metric with { Key = name + ".lower", Value = lower };
            if (metric.Upper is { } upper)
                yield return metric with { Key = name + ".upper", Value = upper };
        }
    }

    /// <summary>The data that it read.</summary>
    public static IEnumerable<RunInput> Datasets(TrackedRun run) => run.Inputs.Where(input => input.Kind == "data").DistinctBy(input => (input.Name, input.Sha256));

    /// <summary>A value as Python writes and reads it.</summary>
    public static string Number(double value) => value switch
    {
        double.PositiveInfinity => "inf",
        double.NegativeInfinity => "-inf",
        _ when double.IsNaN(value) => "nan",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    public static string User(TrackedRun run) => run.Tags.GetValueOrDefault(RunTags.User, "");

    // Letters, digits, _ - . blank and /, no part of a path that leads elsewhere.
    private static string Name(string name)
    {
        var text = new StringBuilder();
        foreach (var character in Cut(name, LongestName - ".lower".Length))
            text.Append(char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.' or ' ' or '/' ? character : '_');
        return string.Join('/', text.ToString().Split('/').Select(part => part.Trim('.').Length == 0 ? "_" : part));
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
