using System.Globalization;
using System.Text.Json;
using MlOps.Build.Contracts;
using YamlDotNet.RepresentationModel;

namespace MlOps.Build.Engine.Yaml;

/// <summary>A YAML value with typed access; a wrong kind becomes a diagnostic at its place and gives null.</summary>
internal sealed class YamlValue(string file, YamlNode node, string name, DiagnosticBag diagnostics)
{
    private const string Finite = "a number of at most 1.7976931348623157e308";

    public SourcePosition Position => YamlFile.PositionOf(file, node);

    public bool IsSection => node is YamlMappingNode;

    public bool IsList => node is YamlSequenceNode;

    /// <summary>The value as JSON; null, with an error, when it is too large to be meant, or holds a number that is.</summary>
    public JsonElement? Json()
    {
        if (YamlJson.Beyond(node) is { } scalar)
            new YamlValue(file, scalar, name, diagnostics).Report(Finite, "");
        else if (YamlJson.Of(node) is { } json)
            return json;
        else
            diagnostics.Error(ProjectCodes.InvalidValue, $"'{name}' is too large.", Position);
        return null;
    }

    public string? Text() => node is YamlScalarNode scalar ? scalar.Value : Wrong<string>("a text");

    public double? Number(double minimum = double.NegativeInfinity, double maximum = double.PositiveInfinity)
    {
        if (node is not YamlScalarNode scalar
            || !double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || double.IsNaN(number))
        {
            return WrongValue<double>("a number");
        }

        if (double.IsInfinity(number))
            return WrongValue<double>(Finite);
        return number >= minimum && number <= maximum
            ? number
            : WrongValue<double>(string.Create(CultureInfo.InvariantCulture, $"a number in {minimum}..{maximum}"));
    }

    public long? Integer(long minimum = long.MinValue, long maximum = long.MaxValue)
    {
        if (node is not YamlScalarNode scalar
            || !long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return WrongValue<long>("a whole number");
        }

        return number >= minimum && number <= maximum ? number : WrongValue<long>($"a whole number in {minimum}..{maximum}");
    }

    public bool? Boolean() => node switch
    {
        YamlScalarNode { Value: "true" or "True" or "TRUE" } => true,
        YamlScalarNode { Value: "false" or "False" or "FALSE" } => false,
        _ => WrongValue<bool>("true or false"),
    };

    public T? Choice<T>(IReadOnlyDictionary<string, T> choices)
        where T : struct
    {
        if (node is YamlScalarNode { Value: { } text } && choices.TryGetValue(text, out var value))
            return value;
        var suggestion = node is YamlScalarNode scalar ? DidYouMean.Sentence(scalar.Value ?? "", choices.Keys) : "";
        return WrongValue<T>($"one of {string.Join(", ", choices.Keys)}", suggestion);
    }

    public YamlSection? Section() =>
        node is YamlMappingNode mapping ? new YamlSection(file, mapping, name, diagnostics) : Wrong<YamlSection>("'key: value' lines");

    public IReadOnlyList<YamlValue> Items() => node is YamlSequenceNode sequence
        ? [.. sequence.Children.Select((child, index) => new YamlValue(file, child, $"{name}[{index}]", diagnostics))]
        : [this];

    private T? Wrong<T>(string expected, string suggestion = "")
        where T : class
    {
        Report(expected, suggestion);
        return null;
    }

    private T? WrongValue<T>(string expected, string suggestion = "")
        where T : struct
    {
        Report(expected, suggestion);
        return null;
    }

    private void Report(string expected, string suggestion)
    {
        var actual = node is YamlScalarNode scalar ? $"'{scalar.Value}'" : node is YamlMappingNode ? "a mapping" : "a list";
        diagnostics.Error(ProjectCodes.InvalidValue, $"'{name}' is {actual}; expected {expected}.{suggestion}", Position);
    }
}
