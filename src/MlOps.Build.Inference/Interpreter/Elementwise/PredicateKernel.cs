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

    public override void Run(NodeCall call)
    {
        var result = call.Like<bool>(call[0]);
        switch (_ofNumber, call[0])
        {
            case (null, Tensor<bool> x):
                for (var i = 0; i < x.Values.Length; i++)
                    result.Values[i] = !x.Values[i];
                break;
            case ({ } test, Tensor<float> x):
                for (var i = 0; i < x.Values.Length; i++)
                    result.Values[i] = test(x.Values[i]);
                break;
            case ({ } test, Tensor<double> x):
                for (var i = 0; i < x.Values.Length; i++)
                    result.Values[i] = test(x.Values[i]);
                break;
            default:
                throw call.Unsupported(0);
        }

        call.Return(result);
    }
}
