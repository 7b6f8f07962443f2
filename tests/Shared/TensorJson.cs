using System.Globalization;
using System.Text.Json.Nodes;
using MlOps.Build.Inference;

namespace MlOps.Build.Tests.Shared;

/// <summary>Tensors as JSON in the form of tests/onnxruntime/run.mjs.</summary>
internal static class TensorJson
{
    public static JsonObject Write(IReadOnlyDictionary<string, Tensor> tensors)
    {
        var json = new JsonObject();
        foreach (var (name, tensor) in tensors.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var (type, values) = Values(tensor);
            json[name] = new JsonObject
            {
                ["type"] = type,
                ["shape"] = new JsonArray([.. tensor.Shape.Select(size => (JsonNode)size)]),
                ["values"] = new JsonArray([.. values]),
            };
        }

        return json;
    }

    public static Dictionary<string, Tensor> Read(JsonObject json) =>
        json.ToDictionary(entry => entry.Key, entry => Read(entry.Value!), StringComparer.Ordinal);

    private static (string Type, IEnumerable<JsonNode> Values) Values(Tensor tensor) => tensor switch
    {
        Tensor<float> t => ("float32", t.Values.Select(value => Number(value))),
        Tensor<double> t => ("float64", t.Values.Select(value => Number(value))),
        Tensor<long> t => ("int64", t.Values.Select(value => (JsonNode)value.ToString(CultureInfo.InvariantCulture))),
        Tensor<int> t => ("int32", t.Values.Select(value => (JsonNode)value)),
        Tensor<byte> t => ("uint8", t.Values.Select(value => (JsonNode)value)),
        Tensor<bool> t => ("bool", t.Values.Select(value => (JsonNode)(value ? 1 : 0))),
        Tensor<string> t => ("string", t.Values.Select(value => (JsonNode)value)),
        _ => throw new ArgumentException(tensor.GetType().Name),
    };

    private static JsonNode Number(double value)
    {
        if (double.IsNaN(value))
            return "NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "Infinity" : "-Infinity";
        return value == 0 && double.IsNegative(value) ? (JsonNode)"-0" : value;
    }

    private static Tensor Read(JsonNode json)
    {
        int[] shape = [.. json["shape"]!.AsArray().Select(size => size!.GetValue<int>())];
        string[] texts = [.. json["values"]!.AsArray().Select(value => value!.ToString())];
        return json["type"]!.GetValue<string>() switch
        {
            "float32" => Tensor.Create(Array.ConvertAll(texts, text => (float)Number(text)), shape),
            "float64" => Tensor.Create(Array.ConvertAll(texts, Number), shape),
            "int64" => Tensor.Create(Array.ConvertAll(texts, text => long.Parse(text, CultureInfo.InvariantCulture)), shape),
            "int32" => Tensor.Create(Array.ConvertAll(texts, text => int.Parse(text, CultureInfo.InvariantCulture)), shape),
            "uint8" => Tensor.Create(Array.ConvertAll(texts, text => byte.Parse(text, CultureInfo.InvariantCulture)), shape),
            "bool" => Tensor.Create(Array.ConvertAll(texts, text => text is "1" or "true"), shape),
            "string" => Tensor.Create(texts, shape),
            var other => throw new ArgumentException(other),
        };
    }

    private static double Number(string text) => text switch
    {
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
