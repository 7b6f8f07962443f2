using System.Buffers;
using System.Globalization;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MlOps.Build.Engine.Yaml;

/// <summary>YAML values as JSON: plain scalars that look like numbers, truth or nothing are those, everything else is text.</summary>
internal static class YamlJson
{
    // Aliases can make a small file stand for a huge one.
    private const int MostNodes = 100_000;

    /// <summary>Null when the value is too large to be meant.</summary>
    public static JsonElement? Of(YamlNode node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var left = MostNodes;
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, node, ref left);
        return left > 0 ? JsonDocument.Parse(buffer.WrittenMemory).RootElement.Clone() : null;
    }

    /// <summary>The first plain scalar that is a number beyond those of 64 bits; null when there is none.</summary>
    public static YamlScalarNode? Beyond(YamlNode node)
    {
        var left = MostNodes;
        return Beyond(node, ref left);
    }

    private static YamlScalarNode? Beyond(YamlNode node, ref int left)
    {
        if (node is YamlScalarNode { Style: ScalarStyle.Plain, Value: { Length: > 0 } text } scalar)
            return Number(text) is { } number && !double.IsFinite(number) ? scalar : null;
        foreach (var child in node is YamlSequenceNode sequence ? sequence.Children : node is YamlMappingNode mapping ? mapping.Children.Values : [])
        {
            if (--left > 0 && Beyond(child, ref left) is { } found)
                return found;
        }

        return null;
    }

    private static double? Number(string text) =>
        char.IsAsciiDigit(text[^1]) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void Write(Utf8JsonWriter writer, YamlNode node, ref int left)
    {
        switch (node)
        {
            case YamlScalarNode scalar:
                Write(writer, scalar);
                break;
            case YamlSequenceNode sequence:
                writer.WriteStartArray();
                foreach (var child in sequence.Children)
                {
                    if (--left > 0)
                        Write(writer, child, ref left);
                }

                writer.WriteEndArray();
                break;
            case YamlMappingNode mapping:
                writer.WriteStartObject();
                foreach (var (key, value) in mapping.Children)
                {
                    if (--left <= 0)
                        continue;
                    writer.WritePropertyName((key as YamlScalarNode)?.Value ?? "");
                    Write(writer, value, ref left);
                }

                writer.WriteEndObject();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        if (scalar.Style != ScalarStyle.Plain)
            writer.WriteStringValue(text);
        else if (text is "" or "~" or "null")
            writer.WriteNullValue();
        else if (text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE")
            writer.WriteBooleanValue(text[0] is 't' or 'T');
        else if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            writer.WriteNumberValue(whole);
        else if (Number(text) is { } number && double.IsFinite(number))
            writer.WriteNumberValue(number);
        else
            writer.WriteStringValue(text);
    }
}
