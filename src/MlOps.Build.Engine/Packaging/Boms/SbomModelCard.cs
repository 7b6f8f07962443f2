using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Engine.Packaging.Boms;

/// <summary>The model card inside the bill of materials.</summary>
internal static class SbomModelCard
{
    public static JsonObject Create(PackageEvidence evidence, IReadOnlyList<string> datasets)
    {
        var card = new JsonObject
        {
            ["modelParameters"] = Parameters(evidence, datasets),
            ["quantitativeAnalysis"] = new JsonObject { ["performanceMetrics"] = Metrics(evidence.Evaluation) },
        };
        if (SbomConsiderations.Of(evidence) is { } considerations)
            card["considerations"] = considerations;
        card["properties"] = Properties(evidence);
        return card;
    }

    public static string TaskName(LearningTask task) => task switch
    {
        LearningTask.Binary => "binary classification",
        LearningTask.Multiclass => "multiclass classification",
        _ => "regression",
    };

    private static JsonObject Parameters(PackageEvidence evidence, IReadOnlyList<string> datasets) => new()
    {
        ["approach"] = new JsonObject { ["type"] = "supervised" },
        ["task"] = TaskName(evidence.Signature.Task),
        ["architectureFamily"] = evidence.Training.Model.DisplayName,
        ["modelArchitecture"] = evidence.Training.Model.Trainer,
        ["datasets"] = new JsonArray([.. datasets.Select(reference => new JsonObject { ["ref"] = reference })]),
        ["inputs"] = new JsonArray([.. evidence.Signature.Inputs.Select(input => Format($"{input.Name}: {input.Type}{(input.Nullable ? ", may be missing" : "")}"))]),
        ["outputs"] = new JsonArray(Format(evidence.Signature.Task == LearningTask.Regression
            ? $"float32 [N, 1] {string.Join(", ", evidence.Signature.Outputs())}"
            : $"float32 [N, {evidence.Signature.Classes.Count}] probabilities of {string.Join(", ", evidence.Signature.Classes)}")),
    };

    private static JsonArray Metrics(EvaluationSummary evaluation)
    {
        var metrics = evaluation.Metrics.Select(metric => Metric(metric, null));
        var slices = evaluation.Slices.SelectMany(slice => slice.Metrics.Select(metric => Metric(metric, $"{slice.Column}: {slice.Value}")));
        return new JsonArray([.. metrics.Concat(slices).OfType<JsonObject>()]);
    }

    private static JsonObject? Metric(MetricValue metric, string? slice)
    {
        if (metric.Value is not { } value)
            return null;
        var item = new JsonObject { ["type"] = metric.Name, ["value"] = SbomJson.Number(value) };
        if (slice is not null)
            item["slice"] = slice;
        if (metric is { Low: { } low, High: { } high })
            item["confidenceInterval"] = new JsonObject { ["lowerBound"] = SbomJson.Number(low), ["upperBound"] = SbomJson.Number(high) };
        return item;
    }

    private static JsonArray Properties(PackageEvidence evidence)
    {
        var model = evidence.Training.Model;
        var parameters = model.Hyperparameters
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => SbomJson.Property("mlops:hyperparameter:" + pair.Key, HyperparameterResolver.Written(model.Trainer, pair.Key, pair.Value)));
        return new JsonArray(
        [
            .. parameters,
            SbomJson.Property("mlops:seed", SbomJson.Number(evidence.Training.Seed)),
            SbomJson.Property("mlops:rows", SbomJson.Number(evidence.Data.Rows)),
            .. evidence.Split.Parts.Select(part => SbomJson.Property($"mlops:rows:{part.Part.ToString().ToLowerInvariant()}", SbomJson.Number(part.Rows))),
        ]);
    }

    private static JsonObject Format(string text) => new() { ["format"] = text };
}
