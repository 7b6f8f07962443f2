using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Training.Commands;

/// <summary>What a training program tells of itself: a JSON object of numbers.</summary>
internal static class MetricsFile
{
    // What a person reads; a program that has more has its own place for it.
    private const int Most = 100;

    /// <summary>The numbers by name, in ordinal order; empty when there is no file.</summary>
    /// <exception cref="TrainingFailedException">The file is something else.</exception>
    public static IReadOnlyDictionary<string, double> Read(string path, string program)
    {
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal);
        if (!File.Exists(path))
            return metrics;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw Fault(program, "it is no object");
            foreach (var property in document.RootElement.EnumerateObject())
            {
                metrics[property.Name] = property.Value.ValueKind == JsonValueKind.Number && property.Value.GetDouble() is var number && double.IsFinite(number)
                    ? number
                    : throw Fault(program, $"{Shown.Text(property.Name)} is {Shown.Text(property.Value.GetRawText())}");
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Fault(program, exception.Message);
        }

        return metrics.Count <= Most ? metrics : throw Fault(program, $"it has {metrics.Count} names, and {Most} are allowed");
    }

    private static TrainingFailedException Fault(string program, string what) => new(
        TrainingCodes.CommandMetrics, $"what '{program}' wrote to MLOPS_METRICS is no object of numbers: {what.TrimEnd('.')}. Write one such as {{ \"rounds\": 120 }}.");
}
