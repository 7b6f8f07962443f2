using MlOps.Build.Inference.Interpreter.Elementwise;

namespace MlOps.Build.Inference.Interpreter.Text;

/// <summary>StringConcat: two texts, broadcast, one after the other.</summary>
internal sealed class StringConcatKernel : Kernel
{
    public override void Run(NodeCall call) =>
        call.Return(BinaryLoop.Run<string, string, Concat>(call, call.Typed<string>(0), call.Typed<string>(1)));

    private readonly struct Concat : IBinary<string, string>
    {
        public string Apply(string left, string right) => string.Concat(left, right);
    }
}
