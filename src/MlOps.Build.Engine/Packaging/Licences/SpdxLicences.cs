namespace MlOps.Build.Engine.Packaging.Licences;

/// <summary>The identifiers of the SPDX License List 3.29.0, licences and exceptions (https://spdx.org/licenses/, CC0-1.0).</summary>
internal static class SpdxLicences
{
    private static readonly Lazy<HashSet<string>> List = new(Read);

    public static IReadOnlyCollection<string> All => List.Value;

    /// <summary>True for a listed identifier, in any case, and for a reference to a licence outside of the list (SPDX 2.3, annex D).</summary>
    public static bool Knows(string identifier) =>
        List.Value.Contains(identifier) || IsReference(identifier);

    public static bool IsReference(string identifier) =>
        identifier.StartsWith("LicenseRef-", StringComparison.Ordinal) || identifier.StartsWith("DocumentRef-", StringComparison.Ordinal);

    private static HashSet<string> Read()
    {
        using var stream = typeof(SpdxLicences).Assembly.GetManifestResourceStream("spdx-licences.txt")!;
        using var reader = new StreamReader(stream);
        return new(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
    }
}
