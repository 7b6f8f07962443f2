using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Envelopes;

namespace MlOps.Build.Engine.Packaging.Attestations;

/// <summary>
/// An in-toto Statement v1 (https://github.com/in-toto/attestation/tree/main/spec/v1) with a predicate of SLSA Provenance v1
/// (https://slsa.dev/spec/v1.0/provenance): what a package was made from, and by which build. It names no version, so a package that gets
/// another label keeps it.
/// </summary>
internal static class ProvenanceStatement
{
    public const string Type = "https://in-toto.io/Statement/v1";
    public const string PredicateType = "https://slsa.dev/provenance/v1";

    /// <summary>How a model package is built; docs/guides/package.md describes the parameters.</summary>
    public const string BuildType = "urn:mlops-build:package-1";

    /// <summary>The digest that stands for all parts; its computation is described in docs/guides/package.md.</summary>
    public const string EvidenceAlgorithm = "mlopsEvidence1";

    private const string UnknownBuilder = "urn:mlops-build:unnamed-builder";

    private static readonly JsonWriterOptions Written = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The statement about the parts of a package.</summary>
    /// <param name="name">The package's id.</param>
    /// <param name="evidence">Its evidence digest.</param>
    /// <param name="parts">Its parts; the SBOM, which holds the version, is covered by the digest alone.</param>
    /// <param name="lineage">What it was made from; null when the package has no record of it.</param>
    /// <param name="origin">What the build was told about itself.</param>
    public static JsonObject Of(string name, string evidence, IEnumerable<ManifestPart> parts, Lineage? lineage, BuildOrigin origin)
    {
        var subject = new JsonArray(Resource(name, EvidenceAlgorithm, evidence));
        foreach (var part in parts.Where(part => part.Path != PartNames.Sbom).OrderBy(part => part.Path, StringComparer.Ordinal))
            subject.Add((JsonNode)Resource(part.Path, "sha256", part.Sha256));
        return new JsonObject
        {
            ["_type"] = Type,
            ["subject"] = subject,
            ["predicateType"] = PredicateType,
            ["predicate"] = new JsonObject { ["buildDefinition"] = Definition(name, lineage, origin), ["runDetails"] = Details(lineage, origin) },
        };
    }

    /// <summary>The same statement about a whole file, which can hold no digest of itself.</summary>
    public static JsonObject About(JsonObject statement, string file, string sha256)
    {
        var copy = statement.DeepClone().AsObject();
        copy["subject"] = new JsonArray(Resource(file, "sha256", sha256));
        return copy;
    }

    public static byte[] Bytes(JsonObject statement)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Written))
            statement.WriteTo(writer);
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static JsonObject Definition(string name, Lineage? lineage, BuildOrigin origin)
    {
        var dependencies = new JsonArray();
        if (Source(origin) is { } source)
            dependencies.Add((JsonNode)source);
        foreach (var file in lineage?.Data ?? [])
            dependencies.Add((JsonNode)Input(file, "data"));
        foreach (var file in lineage?.Configuration ?? [])
            dependencies.Add((JsonNode)Input(file, "configuration"));
        if (lineage is not null)
            dependencies.Add((JsonNode)new JsonObject { ["name"] = "MlOps.Build", ["uri"] = $"pkg:nuget/MlOps.Build@{Uri.EscapeDataString(lineage.Kit)}" });
        var definition = new JsonObject
        {
            ["buildType"] = BuildType,
            ["externalParameters"] = Known(("package", name), ("repository", origin.Repository), ("ref", origin.Ref)),
            ["resolvedDependencies"] = dependencies,
        };
        if (lineage is not null)
            definition["internalParameters"] = new JsonObject { ["seed"] = lineage.Seed };
        return definition;
    }

    private static JsonObject Details(Lineage? lineage, BuildOrigin origin)
    {
        var builder = new JsonObject { ["id"] = origin.Builder ?? UnknownBuilder };
        if (lineage is not null)
            builder["version"] = new JsonObject { ["MlOps.Build"] = lineage.Kit };
        var details = new JsonObject { ["builder"] = builder };
        if (Known(("invocationId", origin.Run), ("startedOn", origin.Time)) is { Count: > 0 } metadata)
            details["metadata"] = metadata;
        return details;
    }

    private static JsonObject? Source(BuildOrigin origin)
    {
        if (origin.Commit is null)
            return null;
        var source = Resource("source", "gitCommit", origin.Commit);
        if (origin.Repository is { } repository)
            source["uri"] = $"git+{repository}{(origin.Ref is { } name ? "@" + name : "")}";
        return source;
    }

    private static JsonObject Input(DataFile file, string role)
    {
        var input = Resource(file.Path, "sha256", file.Sha256);
        input["annotations"] = new JsonObject { ["role"] = role };
        return input;
    }

    private static JsonObject Resource(string name, string algorithm, string digest) =>
        new() { ["name"] = name, ["digest"] = new JsonObject { [algorithm] = digest } };

    private static JsonObject Known(params (string Name, string? Value)[] pairs) =>
        new(pairs.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Name, (JsonNode?)pair.Value)));
}
