namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>IsNaN, IsInf and Not: a value to a boolean.</summary>
internal sealed class PredicateKernel : Kernel
{
    private readonly Func<double, bool>? _ofNumber;

    private PredicateKernel(Func<double, bool>? ofNumber) => _ofNumber = ofNumber;

    public static PredicateKernel Not { get; } = new(null);

    public static PredicateKernel IsNaN { get; } = new(double.IsNaN);

    public static PredicateKernel IsInf(NodeInfo node)
    {
        var positive = node.Int("detect_positive", 1) != 0;
        var negative = node.Int("detect_negative", 1) != 0;
        return new(x => (positive && double.IsPositiveInfinity(x)) || (negative && double.IsNegativeInfinity(x)));
    }

    public override void Run(NodeCall call) => call.Return((_ofNumber, call[0]) switch
    {
        (null, Tensor<bool> x) => new Tensor<bool>(Array.ConvertAll(x.Values, value => !value), x.Sizes),
        ({ } test, Tensor<float> x) => new Tensor<bool>(Array.ConvertAll(x.Values, value => test(value)), x.Sizes),
        ({ } test, Tensor<double> x) => new Tensor<bool>(Array.ConvertAll(x.Values, value => test(value)), x.Sizes),
        _ => throw call.Unsupported(0),
    });
}
