using System.Text;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Writes the section <c>onnx</c>.</summary>
internal static class OnnxConfigWriter
{
    public static string Write(OnnxConfig onnx)
    {
        var text = new StringBuilder("onnx:    # a model that somebody else made\n");
        text.Append("  model: ").Append(YamlText.Scalar(onnx.Model)).Append('\n');
        if (onnx.Inputs.Count > 0)
            text.Append("  inputs:\n");
        foreach (var (input, features) in onnx.Inputs)
            text.Append("    ").Append(YamlText.Scalar(input)).Append(": ").Append(YamlText.List(features)).Append('\n');
        if (onnx.Output is { } output)
            text.Append("  output: ").Append(YamlText.Scalar(output)).Append('\n');
        if (onnx.Missing)
            text.Append("  missing: true    # it takes missing values\n");
        return text.ToString();
    }
}
