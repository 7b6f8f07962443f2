namespace MlOps.Build.Inference.Interpreter.Learning;

/// <summary>Scaler: (x - offset) scale, each the same or by column, in float.</summary>
internal sealed class ScalerKernel(NodeInfo node) : Kernel
{
    private readonly float[] _offsets = node.Floats("offset");
    private readonly float[] _scales = node.Floats("scale");

    public override void Run(NodeCall call)
    {
        var x = Tensors.Floats(call, 0);
        var columns = call[0].Sizes.Length == 0 ? 1 : call[0].Sizes[^1];
        if (_offsets.Length != _scales.Length || (_scales.Length != 1 && _scales.Length != columns))
            throw call.Node.Fail($"it has {_offsets.Length} offsets and {_scales.Length} scales for {columns} columns");
        var result = call.Like<float>(call[0]);
        var values = result.Values;
        for (var i = 0; i < values.Length; i++)
        {
            var column = _scales.Length == 1 ? 0 : i % columns;
            values[i] = (x[i] - _offsets[column]) * _scales[column];
        }

        call.Return(result);
    }
}
