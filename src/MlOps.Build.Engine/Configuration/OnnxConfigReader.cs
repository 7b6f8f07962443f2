using MlOps.Build.Contracts;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Reads the section <c>onnx</c>.</summary>
internal sealed class OnnxConfigReader(Dictionary<string, SourcePosition> positions)
{
    /// <summary>Null when there is no section, or one without a model.</summary>
    public OnnxConfig? Read(YamlSection? section)
    {
        if (section is null)
            return null;
        var model = section.Text("model");
        positions["onnx.model"] = section.PositionOf("model");
        if (model is null)
            section.Missing("model", "Write the ONNX file's path below the project's folder, such as 'model: models/pretrained.onnx'.");
        else if (model.Length == 0 || model.Contains('\0', StringComparison.Ordinal))
            section.Invalid("model", "'onnx.model' is no path. Write the ONNX file's path below the project's folder.");
        var inputs = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var named = section.Section("inputs");
        foreach (var name in named?.Keys ?? [])
            inputs[name] = named!.Texts(name);
        foreach (var (name, features) in inputs.Where(input => input.Value.Count == 0))
            named!.Invalid(name, $"'onnx.inputs.{name}' names no feature. List those that it reads, such as [carat, depth].");
        var config = new OnnxConfig
        {
            Model = model ?? "",
            Inputs = inputs,
            Output = section.Text("output"),
            Missing = section.Boolean("missing") ?? false,
        };
        section.RejectUnknownKeys();
        return config.Model.Length == 0 ? null : config;
    }
}
