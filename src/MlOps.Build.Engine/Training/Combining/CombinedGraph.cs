using MlOps.Build.Contracts;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Training.Combining;

/// <summary>The graphs of members as one, on the same features.</summary>
internal sealed class CombinedGraph
{
    // Above float32's spacing below 1, so that both log-odds of a sure answer are finite.
    private const float LeastShare = 1e-6f;

    private readonly HeadGraph _graph;
    private readonly string[] _outputs;
    private readonly LearningTask _task;
    private readonly int _width;

    public CombinedGraph(TrainingRequest request, byte[][] members)
    {
        _graph = new HeadGraph(request.Train.Features.Columns);
        _outputs = Array.ConvertAll(members, member => _graph.Builder.Inline(OnnxModelReader.Read(member), TrainerResult.FeaturesInput));
        _task = request.Task;
        _width = request.ClassCount;
    }

    /// <summary>The weighted mean of the members' outputs.</summary>
    public byte[] Mean(double[] weights)
    {
        var builder = _graph.Builder;
        var sum = "";
        for (var m = 0; m < _outputs.Length; m++)
        {
            var part = builder.AddNode("Mul", [_outputs[m], builder.AddConstant("weight", [(float)weights[m]], 1)]);
            sum = m == 0 ? part : builder.AddNode("Add", [sum, part]);
        }

        return End(sum);
    }

    /// <summary>Of each row, the output of the first member whose largest probability is at least its limit, or else that of the last.</summary>
    /// <param name="limits">One a member, but for the last.</param>
    public byte[] Cascade(double[] limits)
    {
        var builder = _graph.Builder;
        var axis = builder.AddConstant("classes_axis", [1L], 1);
        var decided = _outputs[^1];
        for (var m = limits.Length - 1; m >= 0; m--)
        {
            var largest = builder.AddNode("ReduceMax", [_outputs[m], axis], ("keepdims", 1L));
            var sure = builder.AddNode("GreaterOrEqual", [largest, builder.AddConstant("confidence", [(float)limits[m]], 1)]);
            decided = builder.AddNode("Where", [sure, _outputs[m], decided]);
        }

        return End(decided);
    }

    /// <summary>What the members say as features of another model: log-odds, logarithms of probabilities or numbers.</summary>
    public byte[] Values() => _graph.WithValues(Stack());

    /// <summary>The other model on top.</summary>
    public byte[] Stacked(byte[] model) => End(_graph.Builder.Inline(OnnxModelReader.Read(model), Stack()));

    private byte[] End(string value) => _task == LearningTask.Regression ? _graph.WithPrediction(value) : _graph.WithProbabilities(value, _width);

    private string Stack() => _graph.Builder.AddNode("Concat", [.. _outputs.Select(Value)], ("axis", 1L));

    private string Value(string output)
    {
        if (_task == LearningTask.Regression)
            return output;
        var builder = _graph.Builder;
        var clipped = builder.AddNode("Clip", [output, builder.AddConstant("least", [LeastShare]), builder.AddConstant("most", [1f])]);
        var logarithms = builder.AddNode("Log", [clipped]);
        return _task == LearningTask.Binary ? builder.AddNode("MatMul", [logarithms, builder.AddConstant("signs", [-1f, 1f], 2, 1)]) : logarithms;
    }
}
