using System.Globalization;
using MlOps.Build.Contracts;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MlOps.Build.Engine.Yaml;

/// <summary>
/// A YAML mapping with typed access. Wrong values become diagnostics at their place; keys never asked for are reported by
/// <see cref="RejectUnknownKeys"/>.
/// </summary>
internal sealed class YamlSection(string file, YamlMappingNode mapping, string name, DiagnosticBag diagnostics)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Where the section begins.</summary>
    public SourcePosition Position => YamlFile.PositionOf(file, mapping);

    /// <summary>All keys, in order.</summary>
    public IEnumerable<string> Keys => mapping.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    public bool Has(string key) => Find(key) is not null;

    /// <summary>Where a key stands; the section's own place when it is absent.</summary>
    public SourcePosition PositionOf(string key)
    {
        foreach (var child in mapping.Children.Keys)
        {
            if (child is YamlScalarNode scalar && scalar.Value == key)
                return YamlFile.PositionOf(file, child.Start);
        }

        return Position;
    }

    public YamlValue? Value(string key) =>
        Find(key) is { } node && !IsNull(node) ? new YamlValue(file, node, Path(key), diagnostics) : null;

    public string? Text(string key) => Value(key)?.Text();

    public double? Number(string key, double minimum = double.NegativeInfinity, double maximum = double.PositiveInfinity) =>
        Value(key)?.Number(minimum, maximum);

    public long? Integer(string key, long minimum = long.MinValue, long maximum = long.MaxValue) =>
        Value(key)?.Integer(minimum, maximum);

    public bool? Boolean(string key) => Value(key)?.Boolean();

    /// <summary>One of the named values.</summary>
    public T? Choice<T>(string key, IReadOnlyDictionary<string, T> choices)
        where T : struct => Value(key)?.Choice(choices);

    public YamlSection? Section(string key) => Value(key)?.Section();

    /// <summary>A list's values; a single scalar counts as a list of one; empty when absent.</summary>
    public IReadOnlyList<YamlValue> Items(string key) => Value(key)?.Items() ?? [];

    /// <summary>A list's values; one mapping alone, which is most likely keyed by what the items' names should be, is reported.</summary>
    public IReadOnlyList<YamlValue> List(string key, string hint)
    {
        if (Value(key) is not { IsSection: true } mapping)
            return Items(key);
        diagnostics.Error(ProjectCodes.InvalidValue, $"'{Path(key)}' is a mapping; expected a list. {hint}", mapping.Position);
        return [];
    }

    /// <summary>Texts of a list.</summary>
    public IReadOnlyList<string> Texts(string key) => [.. Items(key).Select(item => item.Text()).OfType<string>()];

    /// <summary>Reports a missing required key.</summary>
    public void Missing(string key, string hint) =>
        diagnostics.Error(ProjectCodes.MissingKey, $"'{Path(key)}' is missing. {hint}", Position);

    /// <summary>Reports a wrong value at a key's place.</summary>
    public void Invalid(string key, string message) =>
        diagnostics.Error(ProjectCodes.InvalidValue, message, PositionOf(key));

    /// <summary>Reports every key that was never asked for, with the nearest known one.</summary>
    public void RejectUnknownKeys()
    {
        foreach (var key in Keys.Where(key => !_known.Contains(key)))
        {
            var suggestion = DidYouMean.Sentence(key, _known);
            var hint = suggestion.Length > 0 ? suggestion : $" Known here: {string.Join(", ", _known.Order(StringComparer.Ordinal))}.";
            diagnostics.Error(ProjectCodes.UnknownKey, $"unknown key '{key}'{(name.Length > 0 ? $" in '{name}'" : "")}.{hint}", PositionOf(key));
        }
    }

    private string Path(string key) => name.Length == 0 ? key : string.Create(CultureInfo.InvariantCulture, $"{name}.{key}");

    private YamlNode? Find(string key)
    {
        _known.Add(key);
        return mapping.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
    }

    private static bool IsNull(YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "~" or "null" };
}
