using MlOps.Build.Contracts;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Training.Calibration;

/// <summary>Puts a calibration behind a head's probabilities <c>[N, 2]</c>. In double, so that steep places magnify nothing of their own.</summary>
internal static class CalibrationGraph
{
    /// <summary>The smallest probability whose logarithm counts: log-odds are between -16.1 and 16.1.</summary>
    public const double Smallest = 1e-7;

    private const string Raw = "uncalibrated";

    public static byte[] Platt(byte[] head, double slope, double intercept) => Append(head, (builder, wide) =>
    {
        var logs = builder.AddNode("Log", [builder.AddNode("Max", [wide, builder.AddConstant("smallest", [Smallest], 1)])]);
        // Both log-odds with either sign, so that both probabilities come straight from the logistic function.
        double[] signs = [slope, -slope, -slope, slope];
        var scores = builder.AddNode(
            "Gemm", [logs, builder.AddConstant("slopes", signs, 2, 2), builder.AddConstant("intercepts", [-intercept, intercept], 2)]);
        return builder.AddNode("Sigmoid", [scores]);
    });

    public static byte[] Isotonic(byte[] head, IsotonicFit fit) => Append(head, (builder, wide) =>
    {
        var (starts, widths, slopes) = Segments(fit);
        var count = starts.Length;
        var positive = builder.AddNode("MatMul", [wide, builder.AddConstant("positive", [0.0, 1.0], 2, 1)]);
        var beyond = builder.AddNode("Sub", [positive, builder.AddConstant("starts", starts, 1, count)]);
        var above = builder.AddNode("Max", [beyond, builder.AddConstant("none", [0.0], 1)]);
        var parts = builder.AddNode("Min", [above, builder.AddConstant("widths", widths, 1, count)]);
        double[] both = [.. slopes.SelectMany(slope => (double[])[-slope, slope])];
        var values = builder.AddNode(
            "Gemm",
            [parts, builder.AddConstant("slopes", both, count, 2), builder.AddConstant("lowest", [1 - fit.Values[0], fit.Values[0]], 2)]);
        // A sum of slopes may be a rounding error beyond.
        var floor = builder.AddNode("Max", [values, builder.AddConstant("floor", [0.0], 1)]);
        return builder.AddNode("Min", [floor, builder.AddConstant("ceiling", [1.0], 1)]);
    });

    private static (double[] Starts, double[] Widths, double[] Slopes) Segments(IsotonicFit fit)
    {
        if (fit.At.Length == 1)
            return (fit.At, [1], [0]);
        var widths = fit.At.Zip(fit.At.Skip(1), (left, right) => right - left).ToArray();
        return (fit.At[..^1], widths, [.. fit.Values.Zip(fit.Values.Skip(1), (left, right) => right - left).Zip(widths, (rise, width) => rise / width)]);
    }

    private static byte[] Append(byte[] head, Func<GraphBuilder, string, string> calibrate)
    {
        var builder = new GraphBuilder("calibration");
        builder.AddInput(Raw, OnnxType.Float, null, 2);
        var wide = builder.AddNode("Cast", [Raw], ("to", (long)OnnxType.Double));
        var narrow = builder.AddNode("Cast", [calibrate(builder, wide)], ("to", (long)OnnxType.Float));
        builder.AddOutput(ModelSignature.ProbabilitiesOutput, narrow, OnnxType.Float, null, 2);
        var (first, second) = (OnnxModelReader.Read(head), builder.Build());
        var nodes = first.Graph.Nodes.Select(node => node with { Outputs = [.. node.Outputs.Select(FromHead)] })
            .Concat(second.Graph.Nodes.Select(node => node with
            {
                Name = Inner(node.Name),
                Inputs = [.. node.Inputs.Select(Inner)],
                Outputs = [.. node.Outputs.Select(Inner)],
            }));
        var constants = second.Graph.Initializers.Select(constant => constant with { Name = Inner(constant.Name) });
        return OnnxModelWriter.Write(first with
        {
            Graph = first.Graph with { Nodes = [.. nodes], Initializers = [.. first.Graph.Initializers, .. constants] },
        });
    }

    private static string FromHead(string name) => name == ModelSignature.ProbabilitiesOutput ? Raw : name;

    private static string Inner(string name) => name is Raw or ModelSignature.ProbabilitiesOutput ? name : $"calibration/{name}";
}
