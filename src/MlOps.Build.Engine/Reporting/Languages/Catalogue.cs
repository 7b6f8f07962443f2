using System.Collections.Concurrent;
using System.Text.Json;

namespace MlOps.Build.Engine.Reporting.Languages;

/// <summary>The translations of a language by their English form, as its embedded file has them.</summary>
internal static class Catalogue
{
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> Loaded = new();

    /// <summary>Empty for English, whose sentences stand in the code.</summary>
    public static IReadOnlyDictionary<string, string> Of(ReportLanguage language) => Loaded.GetOrAdd(language.Code, Load);

    private static IReadOnlyDictionary<string, string> Load(string code)
    {
        if (code == ReportLanguage.English.Code)
            return new Dictionary<string, string>();
        using var stream = typeof(Catalogue).Assembly.GetManifestResourceStream($"languages/{code}.json")!;
        return JsonSerializer.Deserialize(stream, CatalogueJson.Default.DictionaryStringString)!;
    }
}
