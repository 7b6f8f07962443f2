using System.Text.Json;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Engine.Packaging.Attestations;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Packaging.Verification;

/// <summary>Does the provenance speak of these parts and of this lineage, and the statement beside the package of this file?</summary>
internal sealed class ProvenanceCheck(ModelPackage package, PackageFindings findings)
{
    private const long MostBytes = 16 << 20;

    /// <summary>What can be said of a package before it is checked.</summary>
    public static string Detail(ModelPackage package) => package.Provenance is null ? "none"
        : File.Exists(DetachedStatement.PathOf(package.Name)) ? "speaks of these parts, sources and commit; the statement beside the package speaks of this file"
        : "speaks of these parts, sources and commit";

    public static void Run(ModelPackage package, PackageFindings findings)
    {
        var check = new ProvenanceCheck(package, findings);
        if (package.Provenance is { } bytes)
            check.Read(PartNames.Provenance, bytes, check.Inside);
        var beside = DetachedStatement.PathOf(package.Name);
        if (File.Exists(beside) && new FileInfo(beside).Length <= MostBytes)
            check.Read(Path.GetFileName(beside), File.ReadAllBytes(beside), check.Beside);
    }

    private void Read(string name, byte[] bytes, Action<string, JsonNode> compare)
    {
        try
        {
            var statement = JsonNode.Parse(bytes)!;
            Compare(name, "_type", (string?)statement["_type"], ProvenanceStatement.Type);
            Compare(name, "predicateType", (string?)statement["predicateType"], ProvenanceStatement.PredicateType);
            if (string.IsNullOrEmpty((string?)statement["predicate"]!["runDetails"]!["builder"]!["id"]))
                Say($"'{name}' names no builder");
            compare(name, statement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NullReferenceException or ArgumentException)
        {
            Say($"'{name}' is no in-toto statement with SLSA provenance");
        }
    }

    private void Inside(string name, JsonNode statement)
    {
        var expected = ProvenanceStatement.Of(
            package.Manifest.Name, package.Manifest.Evidence ?? "", package.Manifest.Parts, package.Read(PartNames.Lineage, ContractsJson.Default.Lineage), new());
        Compare(name, "subjects", Digests(statement["subject"]!.AsArray()), Digests(expected["subject"]!.AsArray()));
        var definition = statement["predicate"]!["buildDefinition"]!;
        Compare(name, "buildType", (string?)definition["buildType"], ProvenanceStatement.BuildType);
        var sources = definition["resolvedDependencies"]!.AsArray().Where(entry => (string?)entry!["name"] != "source").ToList();
        Compare(name, "data and configuration", Digests(sources), Digests(expected["predicate"]!["buildDefinition"]!["resolvedDependencies"]!.AsArray()));
        var commit = definition["resolvedDependencies"]!.AsArray().FirstOrDefault(entry => (string?)entry!["name"] == "source")?["digest"]?["gitCommit"];
        if (package.ReadEnvelope() is { } envelope)
            Compare(name, "commit", (string?)commit, envelope.Commit);
    }

    private void Beside(string name, JsonNode statement) =>
        Compare(name, "SHA-256", (string?)statement["subject"]![0]!["digest"]!["sha256"], ContentHash.OfFile(package.Name));

    private static string Digests(IEnumerable<JsonNode?> resources) =>
        string.Join(", ", resources.Select(entry => $"{(string?)entry!["name"]} {entry["digest"]?.ToJsonString() ?? (string?)entry["uri"]}").Order(StringComparer.Ordinal));

    private void Compare(string name, string what, string? actual, string? expected)
    {
        if (actual != expected)
            Say($"the {what} of '{name}' {Verb(what)} '{ArchiveText.Shown(actual ?? "")}', the package's '{ArchiveText.Shown(expected ?? "")}'");
    }

    private static string Verb(string what) => what is "subjects" or "data and configuration" ? "are" : "is";

    private void Say(string message) => findings.Add(PackagePolicyCodes.ProvenanceMismatch, $"{message}. {PackageFindings.WayOut}");
}
