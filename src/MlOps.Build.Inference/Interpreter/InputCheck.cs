using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Inference.Interpreter;

/// <summary>Compares what a run is given with what the graph declares.</summary>
internal static class InputCheck
{
    public static void Place(SessionPlan plan, IReadOnlyDictionary<string, Tensor> inputs, Tensor?[] values)
    {
        (string Name, int Count)? rows = null;
        for (var i = 0; i < plan.Inputs.Length; i++)
            values[plan.InputSlots[i]] = Taken(plan.Inputs, i, inputs, ref rows);
    }

    /// <summary>What one input is given, checked.</summary>
    /// <param name="all">What the graph declares.</param>
    /// <param name="index">Which of them.</param>
    /// <param name="inputs">What the run is given.</param>
    /// <param name="rows">The number of rows of the inputs before; null before the first.</param>
    public static Tensor Taken(OnnxValue[] all, int index, IReadOnlyDictionary<string, Tensor> inputs, ref (string Name, int Count)? rows)
    {
        var declared = all[index];
        if (!inputs.TryGetValue(declared.Name, out var tensor))
            throw new InferenceException($"Input '{declared.Name}' is missing; the model reads {string.Join(", ", all.Select(x => $"'{x.Name}'"))}.");
        Check(declared, tensor);
        if (declared.Shape is [null, ..])
            CheckRows(declared.Name, tensor.Sizes[0], ref rows);
        return tensor;
    }

    private static void Check(OnnxValue declared, Tensor tensor)
    {
        if (declared.Type != OnnxType.Undefined && tensor.ElementType != declared.Type)
            throw new InferenceException($"Input '{declared.Name}' is a tensor of {tensor.ElementType}; the model wants {declared.Type}.");
        if (declared.Shape.Count == 0)
            return;
        var fits = tensor.Sizes.Length == declared.Shape.Count;
        for (var i = 0; fits && i < tensor.Sizes.Length; i++)
            fits = declared.Shape[i] is not { } size || size == tensor.Sizes[i];
        if (fits)
            return;
        var wanted = string.Join(", ", declared.Shape.Select(size => size?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "N"));
        throw new InferenceException($"Input '{declared.Name}' has the shape {Shapes.Text(tensor.Sizes)}; the model wants [{wanted}].");
    }

    // Without this a one-row column would be broadcast over the rows of the others.
    private static void CheckRows(string name, int count, ref (string Name, int Count)? rows)
    {
        if (rows is { } first && first.Count != count)
            throw new InferenceException($"Input '{name}' has {count} rows and '{first.Name}' has {first.Count}; give each the same number.");
        rows ??= (name, count);
    }
}
