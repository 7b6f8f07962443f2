using System.Globalization;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Training.Heads;

/// <summary>What a value of a graph is, in words such as <c>a float tensor [N, 2]</c>.</summary>
internal static class ValueWords
{
    public static string Of(OnnxValue value)
    {
        if (value.Type == OnnxType.Undefined)
            return "no tensor";
        var type = Enum.IsDefined(value.Type) ? value.Type.ToString().ToLowerInvariant() : string.Create(CultureInfo.InvariantCulture, $"type {(int)value.Type}");
        var sizes = value.Shape.Select(size => size is > 0 and var known ? known.ToString(CultureInfo.InvariantCulture) : "N");
        return $"{(type.StartsWith('i') ? "an" : "a")} {type} tensor{(value.Shape.Count == 0 ? "" : $" [{string.Join(", ", sizes)}]")}";
    }
}
