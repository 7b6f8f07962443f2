using System.Text.Json.Nodes;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Packaging.Attestations;

/// <summary>
/// <c>X.nupkg.intoto.json</c>, beside the package: the statement inside it, about the whole file. What signs attestations
/// (<c>cosign attest-blob</c>, GitHub's <c>actions/attest</c>) takes it from there.
/// </summary>
internal static class DetachedStatement
{
    public const string Suffix = ".intoto.json";

    /// <summary>Where the statement about a package stands.</summary>
    public static string PathOf(string package) => package + Suffix;

    /// <summary>Writes the statement.</summary>
    /// <param name="package">The package.</param>
    /// <param name="provenance">The file that became <c>mlops/provenance.json</c> in it.</param>
    public static void Write(string package, string provenance)
    {
        var statement = JsonNode.Parse(File.ReadAllBytes(provenance))!.AsObject();
        WholeFile.WriteIfDifferent(
            PathOf(package), ProvenanceStatement.Bytes(ProvenanceStatement.About(statement, Path.GetFileName(package), ContentHash.OfFile(package))));
    }
}
