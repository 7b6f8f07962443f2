namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>And, Or, Xor.</summary>
internal sealed class LogicKernel<TOperation> : Kernel
    where TOperation : struct, IBinary<bool, bool>
{
    public override void Run(NodeCall call) =>
        call.Return(BinaryLoop.Run<bool, bool, TOperation>(call, call.Typed<bool>(0), call.Typed<bool>(1)));
}
