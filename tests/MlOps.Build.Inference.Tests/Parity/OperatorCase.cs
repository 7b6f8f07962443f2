using MlOps.Build.Inference.Onnx;
using MlOps.Build.Inference.Tests.Interpreter;

namespace MlOps.Build.Inference.Tests.Parity;

/// <summary>One operator on given inputs, to be run here and by ONNX Runtime.</summary>
internal sealed record OperatorCase(string Name, OnnxModel Model, IReadOnlyDictionary<string, Tensor> Inputs)
{
    /// <summary>
    /// A node that reads inputs named a, b, c, … and makes outputs named by <paramref name="outputs"/>; a null input is absent.
    /// Constant inputs are the graph's, the others are fed with a free first dimension.
    /// </summary>
    public static OperatorCase Of(
        string name, string @operator, Tensor?[] inputs, (string Name, OnnxType Type, int Rank)[] outputs, params (string, object)[] attributes)
    {
        var names = inputs.Select((input, i) => input is null ? "" : ((char)('a' + i)).ToString()).ToArray();
        var given = names.Zip(inputs).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First, pair => pair.Second!);
        var node = Graphs.Node(@operator, names, [.. outputs.Select(output => output.Name)], attributes);
        var model = Graphs.Model(
            [node],
            [.. given.Select(input => Graphs.Value(input.Key, input.Value.ElementType, [.. input.Value.Shape.Select((size, i) => Free(input.Key, size, i))]))],
            [.. outputs.Select(output => Graphs.Value(output.Name, output.Type, new long?[output.Rank]))]);
        return new OperatorCase($"{@operator}: {name}", model, given);
    }

    // Only the first input has a free first dimension: the session wants equal row counts of all that have one.
    private static long? Free(string input, int size, int dimension) => input == "a" && dimension == 0 ? null : size;
}
