namespace MlOps.Build.Inference.Interpreter.Movement;

/// <summary>Identity.</summary>
internal sealed class IdentityKernel : Kernel
{
    public override void Run(NodeCall call) => call.Return(call[0]);
}
