namespace MlOps.Build.Inference;

/// <summary>
/// Rows with the memory that a run of the model needs, to be used again: <see cref="PackagedModel.Rent"/>, fill, run,
/// <see cref="PackagedModel.Return"/>. Not safe for concurrent use.
/// </summary>
public sealed class PredictionBatch
{
    internal PredictionBatch(int rows) => Inputs = new ModelInputs(rows);

    /// <summary>The rows.</summary>
    public ModelInputs Inputs { get; }
}
