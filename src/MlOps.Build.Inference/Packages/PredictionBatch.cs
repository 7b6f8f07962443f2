namespace MlOps.Build.Inference;

/// <summary>
/// Rows with the memory that a run of the model needs, to be used again: <see cref="PackagedModel.Rent"/>, fill, run,
/// <see cref="PackagedModel.Return"/>. Not safe for concurrent use.
/// </summary>
public sealed class PredictionBatch
{
    internal PredictionBatch(int rows, SessionMemory? memory)
    {
        Inputs = new ModelInputs(rows);
        Memory = memory;
    }

    /// <summary>The rows.</summary>
    public ModelInputs Inputs { get; }

    /// <summary>What the graph's nodes work in; null for a back end that brings its own.</summary>
    internal SessionMemory? Memory { get; }
}
