using MlOps.Build.Contracts;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MlOps.Build.Engine.Yaml;

/// <summary>Reads YAML into sections that know where each key stands.</summary>
internal static class YamlFile
{
    /// <summary>The top mapping of the text; an empty text is an empty mapping; null, with an error, when it is neither.</summary>
    public static YamlSection? Parse(string file, string text, DiagnosticBag diagnostics)
    {
        if (YamlLoader.Load(text, out var fault) is not { } stream)
        {
            diagnostics.Error(ProjectCodes.YamlSyntax, $"not valid YAML: {fault!.Reason}", PositionOf(file, fault.Mark));
            return null;
        }

        if (stream.Documents.Count > 1)
        {
            var second = PositionOf(file, stream.Documents[1].RootNode.Start);
            diagnostics.Error(ProjectCodes.YamlSyntax, "a second document begins here, and would not be read. Remove the '---' before it.", second);
            return null;
        }

        var root = stream.Documents.Count == 0 ? new YamlMappingNode() : stream.Documents[0].RootNode;
        if (root is YamlMappingNode mapping)
            return new YamlSection(file, mapping, "", diagnostics);
        diagnostics.Error(ProjectCodes.YamlSyntax, "expected 'key: value' lines at the top level.", PositionOf(file, root.Start));
        return null;
    }

    // A pair alone in a flow list, as in "[a: 1]", has no brace of its own; the parser then gives the start of the file.
    internal static SourcePosition PositionOf(string file, YamlNode node)
    {
        var hidden = node is YamlMappingNode { Children.Count: > 0 } && node.Start.Index == 0;
        return PositionOf(file, hidden ? ((YamlMappingNode)node).Children.First().Key.Start : node.Start);
    }

    internal static SourcePosition PositionOf(string file, Mark mark) => new(file, (int)mark.Line, (int)mark.Column);
}
