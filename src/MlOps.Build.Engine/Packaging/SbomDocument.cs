using System.Globalization;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging;

/// <summary>
/// The package as a CycloneDX 1.6 ML-BOM with model card (https://cyclonedx.org/docs/1.6/json/), without version, serial number and time:
/// <see cref="SbomVersion.Set"/> adds the version when the package is labelled.
/// </summary>
internal static class SbomDocument
{
    private const string ModelReference = "model";
    private const string RuntimeReference = "runtime";

    public static JsonObject Create(string name, ManifestPart model, PackageEvidence evidence)
    {
        var data = evidence.Data.Files.Select((file, index) => (Reference: $"data-{index + 1}", File: file)).ToList();
        return new JsonObject
        {
            ["$schema"] = "http://cyclonedx.org/schema/bom-1.6.schema.json",
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["tools"] = new JsonObject
                {
                    ["components"] = new JsonArray(Component("application", "MlOps.Build", evidence.Lineage.Kit)),
                },
                ["component"] = ModelComponent(name, model, evidence, [.. data.Select(entry => entry.Reference)]),
            },
            ["components"] = new JsonArray(
            [
                .. data.Select(entry => DataComponent(entry.Reference, entry.File)),
                Runtime(evidence.Lineage.Kit),
            ]),
            ["dependencies"] = new JsonArray(
                new JsonObject
                {
                    ["ref"] = ModelReference,
                    ["dependsOn"] = Texts([.. data.Select(entry => entry.Reference), RuntimeReference]),
                },
                new JsonObject { ["ref"] = RuntimeReference }),
        };
    }

    private static JsonObject ModelComponent(string name, ManifestPart model, PackageEvidence evidence, IReadOnlyList<string> datasets)
    {
        var component = Component("machine-learning-model", name, null);
        component["bom-ref"] = ModelReference;
        component["description"] = $"Predicts {evidence.Signature.Label} ({TaskName(evidence.Signature.Task)}).";
        component["hashes"] = Hashes(model.Sha256);
        component["modelCard"] = new JsonObject
        {
            ["modelParameters"] = Parameters(evidence, datasets),
            ["quantitativeAnalysis"] = new JsonObject { ["performanceMetrics"] = Metrics(evidence.Evaluation) },
            ["properties"] = Hyperparameters(evidence.Training),
        };
        return component;
    }

    private static JsonObject Parameters(PackageEvidence evidence, IReadOnlyList<string> datasets) => new()
    {
        ["approach"] = new JsonObject { ["type"] = "supervised" },
        ["task"] = TaskName(evidence.Signature.Task),
        ["architectureFamily"] = evidence.Training.Model.DisplayName,
        ["modelArchitecture"] = evidence.Training.Model.Trainer,
        ["datasets"] = new JsonArray([.. datasets.Select(reference => new JsonObject { ["ref"] = reference })]),
        ["inputs"] = new JsonArray([.. evidence.Signature.Inputs.Select(input => Format($"{input.Name}: {input.Type}{(input.Nullable ? ", may be missing" : "")}"))]),
        ["outputs"] = new JsonArray(Format(evidence.Signature.Task == LearningTask.Regression
            ? "float32 [N, 1] prediction"
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
        var item = new JsonObject { ["type"] = metric.Name, ["value"] = Number(value) };
        if (slice is not null)
            item["slice"] = slice;
        if (metric is { Low: { } low, High: { } high })
            item["confidenceInterval"] = new JsonObject { ["lowerBound"] = Number(low), ["upperBound"] = Number(high) };
        return item;
    }

    private static JsonArray Hyperparameters(TrainingSummary training)
    {
        var properties = training.Model.Hyperparameters
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => Property("mlops:hyperparameter:" + pair.Key, Number(pair.Value)));
        return new JsonArray([.. properties, Property("mlops:seed", training.Seed.ToString(CultureInfo.InvariantCulture))]);
    }

    private static JsonObject DataComponent(string reference, DataFile file)
    {
        var component = Component("data", file.Path, null);
        component["bom-ref"] = reference;
        component["hashes"] = Hashes(file.Sha256);
        component["data"] = new JsonArray(new JsonObject { ["type"] = "dataset", ["name"] = file.Path });
        return component;
    }

    private static JsonObject Runtime(string version)
    {
        var component = Component("library", "MlOps.Build.Inference", version);
        component["bom-ref"] = RuntimeReference;
        component["purl"] = $"pkg:nuget/MlOps.Build.Inference@{version}";
        return component;
    }

    private static JsonObject Component(string type, string name, string? version)
    {
        var component = new JsonObject { ["type"] = type, ["name"] = name };
        if (version is not null)
            component["version"] = version;
        return component;
    }

    private static string TaskName(LearningTask task) => task switch
    {
        LearningTask.Binary => "binary classification",
        LearningTask.Multiclass => "multiclass classification",
        _ => "regression",
    };

    private static JsonArray Hashes(string sha256) => new(new JsonObject { ["alg"] = "SHA-256", ["content"] = sha256 });

    private static JsonObject Format(string text) => new() { ["format"] = text };

    private static JsonObject Property(string name, string value) => new() { ["name"] = name, ["value"] = value };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
