using System.Text.Json;

namespace MlOps.Build.Engine.Data.Expectations.JsonSchemas;

/// <summary>One schema: what a value must keep.</summary>
internal sealed class SchemaNode
{
    private readonly List<Func<JsonElement, bool>> _tests = [];
    private readonly List<SchemaNode> _inPlace = [];

    public void Add(Func<JsonElement, bool> test) => _tests.Add(test);

    /// <summary>Adds a test that holds other schemas against the same value.</summary>
    public void Add(IReadOnlyList<SchemaNode> inPlace, Func<JsonElement, bool> test)
    {
        _inPlace.AddRange(inPlace);
        _tests.Add(test);
    }

    /// <summary>Safe for concurrent use once the schema is read.</summary>
    public bool Allows(JsonElement value)
    {
        foreach (var test in _tests)
        {
            if (!test(value))
                return false;
        }

        return true;
    }

    /// <summary>True when a value would be held against this schema without end.</summary>
    public bool IsCircular() => IsCircular([], []);

    private bool IsCircular(HashSet<SchemaNode> above, HashSet<SchemaNode> done)
    {
        if (!above.Add(this))
            return true;
        var circular = !done.Contains(this) && _inPlace.Exists(node => node.IsCircular(above, done));
        above.Remove(this);
        done.Add(this);
        return circular;
    }
}
