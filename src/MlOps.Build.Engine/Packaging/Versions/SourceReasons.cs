using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Versions;

/// <summary>Whether models were made from the same files.</summary>
internal static class SourceReasons
{
    public static IEnumerable<string> Of(Lineage before, Lineage after)
    {
        if (!Contents(before.Data).SequenceEqual(Contents(after.Data)))
            yield return "retrained on other data";
        if (!SameSettings(before, after))
            yield return "another contract or configuration";
        else if (!Contents(before.Configuration).SequenceEqual(Contents(after.Configuration)))
            yield return "another checklist or model card";
    }

    /// <summary>True when what people wrote is the same but for checklist and model card, which make no model.</summary>
    public static bool SameSettings(Lineage before, Lineage after) => Contents(Settings(before)).SequenceEqual(Contents(Settings(after)));

    private static IEnumerable<DataFile> Settings(Lineage lineage) =>
        lineage.Configuration.Where(file => !file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Contents(IEnumerable<DataFile> files) => files.Select(file => $"{file.Path} {file.Sha256}").Order(StringComparer.Ordinal);
}
