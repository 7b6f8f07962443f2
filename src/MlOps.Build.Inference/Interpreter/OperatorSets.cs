namespace MlOps.Build.Inference.Interpreter;

/// <summary>The operator sets whose meaning the kernels follow.</summary>
internal static class OperatorSets
{
    // At 13, Squeeze, Unsqueeze, ReduceSum and Softmax got their present form; at 2, LabelEncoder did.
    private static readonly Dictionary<string, (long First, long Last)> Known = new(StringComparer.Ordinal)
    {
        [""] = (13, 25),
        ["ai.onnx.ml"] = (2, 5),
    };

    public static void Check(IReadOnlyDictionary<string, long> opsets)
    {
        foreach (var (domain, version) in opsets)
        {
            if (Known.TryGetValue(domain, out var range) && (version < range.First || version > range.Last))
            {
                throw new InferenceException(
                    $"The model uses operator set {version} of '{(domain.Length == 0 ? "ai.onnx" : domain)}'; the managed interpreter knows "
                    + $"{range.First}..{range.Last}. Convert the model, or run it with the ONNX Runtime back end.");
            }
        }
    }
}
