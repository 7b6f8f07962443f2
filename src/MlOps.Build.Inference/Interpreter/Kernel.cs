namespace MlOps.Build.Inference.Interpreter;

/// <summary>
/// One operator with its attributes read. Holds nothing that changes; never writes to a tensor that it was given, so that tensors may
/// share their values.
/// </summary>
internal abstract class Kernel
{
    /// <summary>Reads the call's inputs and returns its outputs.</summary>
    public abstract void Run(NodeCall call);
}
