using System.Text.Json;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Archives;

namespace MlOps.Build.Engine.Packaging.Verification;

/// <summary>Do the parts that say the same thing say it alike?</summary>
internal static class StoryCheck
{
    private static readonly (string Property, string Part)[] Copies =
    [
        ("data", PartNames.Data), ("split", PartNames.Split), ("features", PartNames.Features), ("tuning", PartNames.Tuning), ("training", PartNames.Training),
        ("evaluation", PartNames.Evaluation), ("gate", PartNames.Gate), ("backtest", PartNames.Backtest), ("lineage", PartNames.Lineage),
    ];

    public static void Run(ModelPackage package, PackageFindings findings)
    {
        var evidence = Node(package, PartNames.Evidence) as JsonObject;
        foreach (var (property, part) in Copies)
        {
            if (evidence is not null && Node(package, part) is { } record && !JsonNode.DeepEquals(evidence[property], record))
                findings.Disagree($"'{property}' in '{PartNames.Evidence}' is not what '{part}' says");
        }

        var (data, lineage) = (package.Read(PartNames.Data, ContractsJson.Default.DataSummary), package.Read(PartNames.Lineage, ContractsJson.Default.Lineage));
        if (data is { Files: not null } && lineage is { Data: not null } && !data.Files.SequenceEqual(lineage.Data))
            findings.Disagree($"'{PartNames.Lineage}' names other data than '{PartNames.Data}'");
        if (data is not null && data.License != package.Manifest.DataLicense)
            findings.Disagree($"the manifest's data licence is {Text(package.Manifest.DataLicense)}; '{PartNames.Data}' says {Text(data.License)}");
    }

    private static string Text(string? license) => license is null ? "none" : $"'{ArchiveText.Shown(license)}'";

    private static JsonNode? Node(ModelPackage package, string part)
    {
        try
        {
            return package.Read(part) is { } bytes ? JsonNode.Parse(bytes) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
