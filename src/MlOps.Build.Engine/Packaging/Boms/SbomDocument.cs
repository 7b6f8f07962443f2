using System.Text.Json.Nodes;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Boms;

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
                    ["components"] = new JsonArray(SbomJson.Component("application", "MlOps.Build", evidence.Lineage.Kit)),
                },
                ["component"] = ModelComponent(name, model, evidence, [.. data.Select(entry => entry.Reference)]),
            },
            ["components"] = new JsonArray(
            [
                .. data.Select(entry => DataComponent(entry.Reference, entry.File, evidence)),
                Runtime(evidence.Lineage.Kit),
            ]),
            ["dependencies"] = new JsonArray(
                new JsonObject
                {
                    ["ref"] = ModelReference,
                    ["dependsOn"] = SbomJson.Texts([.. data.Select(entry => entry.Reference), RuntimeReference]),
                },
                new JsonObject { ["ref"] = RuntimeReference }),
        };
    }

    private static JsonObject ModelComponent(string name, ManifestPart model, PackageEvidence evidence, IReadOnlyList<string> datasets)
    {
        var component = SbomJson.Component("machine-learning-model", name, null);
        component["bom-ref"] = ModelReference;
        component["description"] = $"Predicts {evidence.Signature.Label} ({SbomModelCard.TaskName(evidence.Signature.Task)}).";
        component["hashes"] = SbomJson.Hashes(model.Sha256);
        SbomJson.AddLicense(component, evidence.License);
        component["modelCard"] = SbomModelCard.Create(evidence, datasets);
        return component;
    }

    private static JsonObject DataComponent(string reference, DataFile file, PackageEvidence evidence)
    {
        var component = SbomJson.Component("data", file.Path, null);
        component["bom-ref"] = reference;
        component["hashes"] = SbomJson.Hashes(file.Sha256);
        SbomJson.AddLicense(component, evidence.Data.License);
        var data = new JsonObject { ["type"] = "dataset", ["name"] = file.Path };
        var sensitive = evidence.Data.Columns.Where(column => column.Sensitive).Select(column => column.Name).ToList();
        if (sensitive.Count > 0)
            data["sensitiveData"] = SbomJson.Texts(sensitive);
        component["data"] = new JsonArray(data);
        var properties = new JsonArray(SbomJson.Property("mlops:bytes", SbomJson.Number(file.Bytes)));
        if (file.Source is { } source)
            properties.Add((JsonNode)SbomJson.Property("mlops:source", source));
        component["properties"] = properties;
        return component;
    }

    private static JsonObject Runtime(string version)
    {
        var component = SbomJson.Component("library", "MlOps.Build.Inference", version);
        component["bom-ref"] = RuntimeReference;
        component["purl"] = $"pkg:nuget/MlOps.Build.Inference@{version}";
        return component;
    }
}
