namespace MlOps.Build.Inference;

/// <summary>A loaded ONNX graph. Safe for concurrent use: a run keeps no state.</summary>
public interface IModelSession
{
    /// <summary>Names of the inputs, in the graph's order.</summary>
    IReadOnlyList<string> Inputs { get; }

    /// <summary>Names of the outputs, in the graph's order.</summary>
    IReadOnlyList<string> Outputs { get; }

    /// <summary>Runs the graph.</summary>
    /// <param name="inputs">One tensor an input; the first dimension is the number of rows.</param>
    /// <returns>One tensor an output.</returns>
    /// <exception cref="InferenceException">An input is missing, or has the wrong type or shape.</exception>
    IReadOnlyDictionary<string, Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs);
}
