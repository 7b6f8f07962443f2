namespace MlOps.Build.Engine.Data.Formats;

/// <summary>The keys of JSON objects as columns, by first appearance.</summary>
internal sealed class JsonColumns
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => _places.Keys;

    public int Count => _places.Count;

    public void Add(string name) => _places.TryAdd(name, _places.Count);

    public int PlaceOf(string name) => _places[name];
}
