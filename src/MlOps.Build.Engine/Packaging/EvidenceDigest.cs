using System.Security.Cryptography;
using System.Text;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging;

/// <summary>
/// SHA-256 over everything in a model package but its version fields and its envelope. Canonical form, UTF-8, LF: the line
/// <c>mlops-evidence-1</c>, the package's id in lower case, then one line <c>sha256 path</c> a part in ordinal order of the paths.
/// <see cref="EvidenceCoverage"/> says which parts, and that the SBOM counts as it is without its version.
/// </summary>
internal static class EvidenceDigest
{
    public static string Of(string name, IEnumerable<ManifestPart> parts, byte[]? sbom)
    {
        var text = new StringBuilder("mlops-evidence-1\n").Append(name.ToLowerInvariant()).Append('\n');
        foreach (var part in parts.OrderBy(part => part.Path, StringComparer.Ordinal))
        {
            if (!EvidenceCoverage.Covers(part.Path))
                continue;
            var hash = part.Path == PartNames.Sbom && sbom is not null ? Hash(EvidenceCoverage.Counted(part.Path, sbom)) : part.Sha256;
            text.Append(hash).Append(' ').Append(part.Path).Append('\n');
        }

        return Hash(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
