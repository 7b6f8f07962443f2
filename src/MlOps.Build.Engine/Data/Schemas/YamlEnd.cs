using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>Finds where a node's text ends; YamlDotNet keeps that for scalars only.</summary>
internal static class YamlEnd
{
    /// <summary>The index after the node's last character.</summary>
    public static int Of(YamlNode node, string text) => node switch
    {
        YamlMappingNode mapping => OfCollection(
            mapping.Children.LastOrDefault().Value, mapping, mapping.Style == MappingStyle.Flow ? '}' : null, text),
        YamlSequenceNode sequence => OfCollection(
            sequence.Children.LastOrDefault(), sequence, sequence.Style == SequenceStyle.Flow ? ']' : null, text),
        YamlScalarNode { Style: ScalarStyle.Literal or ScalarStyle.Folded } => Trimmed(text, (int)node.End.Index),
        _ => (int)node.End.Index,
    };

    private static int OfCollection(YamlNode? last, YamlNode node, char? close, string text)
    {
        var at = last is null ? (int)node.Start.Index + 1 : Of(last, text);
        for (; close is not null && at < text.Length && text[at] != close; at++)
        {
            if (text[at] == '#')
                at = text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length - 1;
        }

        return close is null ? at : Math.Min(at + 1, text.Length);
    }

    // A block scalar's end is where the next token begins: comments and blank lines before that are not part of it.
    private static int Trimmed(string text, int end)
    {
        while (end > 0)
        {
            var start = text.LastIndexOf('\n', Math.Max(0, end - 1)) + 1;
            if (start >= end)
                start = text.LastIndexOf('\n', Math.Max(0, end - 2)) + 1;
            var line = text.AsSpan(start, end - start).Trim();
            if (!line.IsEmpty && line[0] != '#')
                return start + text.AsSpan(start, end - start).TrimEnd().Length;
            end = Math.Max(0, start - 1);
        }

        return end;
    }
}
