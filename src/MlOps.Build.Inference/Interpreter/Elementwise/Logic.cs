namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>The operations of <see cref="LogicKernel{TOperation}"/>.</summary>
internal static class Logic
{
    public readonly struct And : IBinary<bool, bool>
    {
        public bool Apply(bool left, bool right) => left && right;
    }

    public readonly struct Or : IBinary<bool, bool>
    {
        public bool Apply(bool left, bool right) => left || right;
    }

    public readonly struct Xor : IBinary<bool, bool>
    {
        public bool Apply(bool left, bool right) => left != right;
    }
}
