using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Features.Lanes;
using MlOps.Build.Engine.Onnx;

namespace MlOps.Build.Engine.Features;

/// <summary>Where a transformation adds its nodes, words and findings.</summary>
internal sealed class FitContext(GraphBuilder graph, TransformConfig transform, List<string> words, DiagnosticBag diagnostics)
{
    public GraphBuilder Graph { get; } = graph;

    public TransformArguments Arguments { get; } = new(transform);

    /// <summary>Says what was done, with what was learned.</summary>
    public void Say(FormattableString text)
    {
        var line = FormattableString.Invariant(text);
        if (!words.Contains(line))
            words.Add(line);
    }

    /// <summary>Refuses a lane that the transformation does not fit.</summary>
    public IReadOnlyList<Lane>? Unfit(Lane lane, string need)
    {
        diagnostics.Error(
            FeatureCodes.TransformType,
            $"'{transform.Name}' needs {need}; '{lane.Name}' is {lane.Kind} here. Choose another transformation, or put one before it.",
            transform.Position);
        return null;
    }

    /// <summary>Refuses training rows that do not hold what has to be learned.</summary>
    public IReadOnlyList<Lane>? NotLearnable(string message)
    {
        diagnostics.Error(FeatureCodes.NotLearnable, message, transform.Position);
        return null;
    }

    /// <summary>Refuses inputs that would take more memory than is sensible.</summary>
    public IReadOnlyList<Lane>? TooLarge(Lane lane, int inputs, int rows, long most)
    {
        diagnostics.Error(
            FeatureCodes.TextTooLarge,
            FormattableString.Invariant($"'{transform.Name}' of '{lane.Name}' makes {inputs} inputs of {rows} training rows, ")
            + FormattableString.Invariant($"{(long)inputs * rows} numbers; the limit is {most} (2 GB). ")
            + FormattableString.Invariant($"Set 'max_features' to at most {most / rows}."),
            transform.Position);
        return null;
    }

    public string Node(string @operator, params string[] inputs) => Graph.AddNode(@operator, inputs);

    public string Number(double value) => Graph.AddConstant("number", [value], 1, 1);

    public string Whole(long value) => Graph.AddConstant("whole", [value], 1, 1);

    /// <summary>True where the number is missing.</summary>
    public string IsMissing(string number) => Graph.AddNode("IsNaN", [number]);

    public string Cast(string value, Inference.Onnx.OnnxType type) => Graph.AddNode("Cast", [value], ("to", (long)type));
}
