using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Inference;
using MlOps.Build.Tool.Inspection;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops inspect</c>: everything that a model package holds, verified, with a self-test.</summary>
internal static class InspectVerb
{
    private static readonly (string Property, string Part)[] Records =
    [
        ("features", PartNames.Features), ("data", PartNames.Data), ("split", PartNames.Split), ("training", PartNames.Training),
        ("evaluation", PartNames.Evaluation), ("evidence", PartNames.Evidence), ("profile", PartNames.Profile), ("checklist", PartNames.Gate), ("lineage", PartNames.Lineage), ("sbom", PartNames.Sbom),
    ];

    public static Command Create(ToolEnvironment environment)
    {
        var package = new Argument<string>("package") { Description = "The model package, a .nupkg file." };
        var json = Verb.Json();
        var verb = Verb.Create(
            "inspect",
            "Opens a model package, replays its golden rows on this machine, and shows all of it: signature, licences, making, judgement, "
            + "envelope, files with hashes. With --json as one object.",
            "mlops inspect BirdStrikes.1.4.2.nupkg",
            "mlops inspect BirdStrikes.1.4.2.nupkg --json");
        verb.Add(package);
        verb.Add(json);
        verb.SetAction(parsed => Run(new Report(environment, "inspect", parsed.GetValue(json)), environment.FullPath(parsed.GetRequiredValue(package))));
        return verb;
    }

    private static int Run(Report report, string path)
    {
        if (ModelPackageReader.Open(path, report.Diagnostics) is not { } package || PredictVerb.Load(package, report) is not { } model)
            return report.Finish();
        var listing = new Listing(report);
        report.Line($"{ArchiveText.Line(package.Manifest.Name)} {ArchiveText.Line(package.Manifest.Version ?? "")}");
        listing.Row("evidence", package.Manifest.Evidence ?? "");
        OriginListing.ShowLicences(listing, package.Manifest);
        OriginListing.ShowBom(listing, Node(package.Read(PartNames.Sbom)));
        OriginListing.ShowEnvelope(listing, package);
        OriginListing.ShowFrameworks(listing, package.Manifest);
        SignatureListing.Show(listing, model.Signature);
        MakingListing.Show(listing, package);
        JudgementListing.Show(listing, package);
        OriginListing.ShowFiles(listing, package.Manifest);
        ShowSelfTest(report, listing, model, path);
        AddJson(report, package, model.Signature);
        return report.Finish();
    }

    private static void ShowSelfTest(Report report, Listing listing, PackagedModel model, string path)
    {
        var result = model.SelfTest();
        listing.Row("self-test", string.Create(
            CultureInfo.InvariantCulture,
            $"{(result.Passed ? "passed" : "failed")}: {result.Rows} golden rows, largest difference {result.LargestDifference:0.######e+0}"));
        report.Result["selfTest"] = new JsonObject { ["passed"] = result.Passed, ["rows"] = result.Rows, ["largestDifference"] = result.LargestDifference };
        if (result.Failure is { } failure)
            report.Diagnostics.Error(PackageCodes.SelfTestFailed, $"{failure}. This machine does not predict what the build predicted.", new SourcePosition(path));
    }

    private static void AddJson(Report report, ModelPackage package, ModelSignature signature)
    {
        report.Result["manifest"] = JsonSerializer.SerializeToNode(package.Manifest, ContractsJson.Default.ModelManifest);
        report.Result["envelope"] = package.ReadEnvelope() is { } envelope
            ? JsonSerializer.SerializeToNode(envelope, ContractsJson.Default.PackageEnvelope)
            : null;
        report.Result["signature"] = JsonSerializer.SerializeToNode(signature, ContractsJson.Default.ModelSignature);
        foreach (var (property, part) in Records)
            report.Result[property] = Node(package.Read(part));
        report.Result["metrics"] = report.Result["evaluation"]?["metrics"]?.DeepClone();
        report.Result["gate"] = package.Read(PartNames.Gate, ContractsJson.Default.GateSummary)?.Verdict.ToString().ToLowerInvariant();
    }

    private static JsonNode? Node(byte[]? bytes)
    {
        try
        {
            return bytes is null ? null : JsonNode.Parse(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
