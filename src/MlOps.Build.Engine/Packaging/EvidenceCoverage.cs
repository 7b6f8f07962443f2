using MlOps.Build.Engine.Packaging.Boms;

namespace MlOps.Build.Engine.Packaging;

/// <summary>
/// What the evidence digest covers: the one place that says so. It covers every part but those named here; what it covers has to come
/// out the same wherever and whenever it is built, so no part may hold a clock's reading.
/// </summary>
internal static class EvidenceCoverage
{
    private static readonly HashSet<string> Outside = new(StringComparer.Ordinal)
    {
        PartNames.Manifest, // holds the digest, and names the version
        PartNames.Envelope, // commit, run, actor, time
        PartNames.Provenance, // the digest itself, with commit, run and time
    };

    public static bool Covers(string path) => !Outside.Contains(path);

    /// <summary>The bytes that count: those of the part, an SBOM without its version.</summary>
    public static byte[] Counted(string path, byte[] bytes) => path == PartNames.Sbom ? SbomVersion.Remove(bytes) : bytes;
}
