using System.Collections;
using System.Diagnostics.CodeAnalysis;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Tests.Reporting.Languages;

/// <summary>A language's catalogue that remembers what it was asked for and did not have.</summary>
internal sealed class RecordingCatalogue(ReportLanguage language) : IReadOnlyDictionary<string, string>
{
    private readonly IReadOnlyDictionary<string, string> _catalogue = Catalogue.Of(language);

    public SortedSet<string> Missing { get; } = [];

    public IEnumerable<string> Keys => _catalogue.Keys;

    public IEnumerable<string> Values => _catalogue.Values;

    public int Count => _catalogue.Count;

    public string this[string key] => _catalogue[key];

    public bool ContainsKey(string key) => _catalogue.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        if (_catalogue.TryGetValue(key, out value))
            return true;
        Missing.Add(key);
        return false;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _catalogue.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
