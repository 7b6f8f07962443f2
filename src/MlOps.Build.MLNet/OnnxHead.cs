using Microsoft.ML;
using MlOps.Build.Contracts;
using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.MLNet;

/// <summary>Makes of ML.NET's ONNX file, which takes and gives every column, a graph from the features to the prediction.</summary>
internal sealed class OnnxHead
{
    // Of what ML.NET writes (opset 12 at most), these mean the same in 13 as before; ONNX's operator schemas.
    private const long Opset = 13;
    private const long LearningOpset = 2;

    private static readonly HashSet<string> Unchanged = new(StringComparer.Ordinal)
    {
        "Abs", "Add", "ArgMax", "Cast", "Clip", "Concat", "Constant", "Div", "Equal", "Exp", "Flatten", "Gather", "Gemm", "Greater", "Identity", "IsNaN",
        "Less", "Log", "MatMul", "Max", "Min", "Mul", "Neg", "Not", "Or", "And", "Pow", "Reciprocal", "Relu", "Reshape", "Sigmoid", "Sign", "Sqrt", "Sub", "Sum", "Tanh", "Tile",
        "Transpose", "Where",
    };

    private readonly List<OnnxNode> _nodes = [];
    private readonly List<OnnxTensor> _constants = [];

    /// <summary>The graph with the input <c>features</c> and the output <c>probabilities</c> or <c>prediction</c>, encoded.</summary>
    /// <exception cref="TrainingFailedException">The chain, or what it becomes, cannot be expressed.</exception>
    public static byte[] Of(MLContext ml, FittedChain fitted, IDataView rows, TrainingRequest request)
    {
        var theirs = Convert(ml, fitted.Model, rows);
        var head = new OnnxHead();
        head.Take(theirs.Graph, fitted.Output + ".output");
        var output = request.Task == LearningTask.Regression ? ModelSignature.PredictionOutput : ModelSignature.ProbabilitiesOutput;
        head.End(fitted, fitted.Output + ".output", output);
        var width = request.Task == LearningTask.Regression ? 1 : request.ClassCount;
        return OnnxModelWriter.Write(new OnnxModel
        {
            IrVersion = 8,
            Opsets = new Dictionary<string, long> { [""] = Opset, ["ai.onnx.ml"] = LearningOpset },
            ProducerName = theirs.ProducerName,
            Graph = new OnnxGraph
            {
                Name = "model",
                Nodes = head._nodes,
                Inputs = [new OnnxValue(TrainerResult.FeaturesInput, OnnxType.Float, [null, request.Train.Features.Columns])],
                Outputs = [new OnnxValue(output, OnnxType.Float, [null, width])],
                Initializers = head._constants,
            },
        });
    }

    private static OnnxModel Convert(MLContext ml, ITransformer model, IDataView rows)
    {
        using var stream = new MemoryStream();
        try
        {
            ml.Model.ConvertToOnnx(model, rows, stream);
            return OnnxModelReader.Read(stream.ToArray());
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or NotSupportedException or InferenceException)
        {
            throw new TrainingFailedException(
                TrainingCodes.MLNetConversion, $"ML.NET cannot write the chain as an ONNX graph: {exception.Message} Leave out the step that has no ONNX form.");
        }
    }

    // What the wanted value needs, and nothing else: ML.NET passes every column on, the label too.
    private void Take(OnnxGraph graph, string wanted)
    {
        var makers = graph.Nodes.SelectMany(node => node.Outputs.Select(output => (output, node)))
            .Where(pair => pair.output.Length > 0).ToDictionary(pair => pair.output, pair => pair.node, StringComparer.Ordinal);
        var constants = graph.Initializers.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([wanted]);
        while (open.TryPop(out var value))
        {
            if (value.Length == 0 || !taken.Add(value))
                continue;
            if (constants.TryGetValue(value, out var constant))
                _constants.Add(constant);
            else if (makers.TryGetValue(value, out var node))
                Take(node, taken, open);
            else if (value != MLNetColumns.Features)
                throw Bad($"its prediction reads the column '{value}', which nobody has when it predicts. Let the chain read '{MLNetColumns.Features}' alone.");
        }
    }

    private void Take(OnnxNode node, HashSet<string> taken, Stack<string> open)
    {
        if (node.Domain.Length == 0 && !Unchanged.Contains(node.Operator))
            throw Bad($"it becomes the operator '{node.Operator}', which the kit does not take from ML.NET. Leave out the step, or do it among the features' transforms.");
        var own = node with { Inputs = [.. node.Inputs.Select(name => name == MLNetColumns.Features ? TrainerResult.FeaturesInput : name)] };
        if (own is { Domain: "", Operator: "Sum" })
            AddAll(own);
        else
            _nodes.Add(own);
        foreach (var input in node.Inputs)
            open.Push(input);
        taken.UnionWith(node.Outputs);
    }

    // One against the others ends in a sum over the classes, which the managed interpreter knows as additions.
    private void AddAll(OnnxNode sum)
    {
        var total = sum.Inputs[0];
        for (var i = 1; i < sum.Inputs.Count; i++)
        {
            var next = i == sum.Inputs.Count - 1 ? sum.Outputs[0] : $"{sum.Outputs[0]}/{i}";
            Add("Add", next, [total, sum.Inputs[i]]);
            total = next;
        }

        if (sum.Inputs.Count == 1)
            Add("Identity", sum.Outputs[0], [total]);
    }

    private void End(FittedChain fitted, string value, string output)
    {
        if (fitted.Task != LearningTask.Binary)
        {
            Add("Identity", output, [value]);
            return;
        }

        if (fitted.Calibrator is { } platt)
        {
            Add("Mul", "head/slope", [value, Constant("head/minus_a", (float)-platt.Slope)]);
            Add("Add", "head/logit", ["head/slope", Constant("head/minus_b", (float)-platt.Offset)]);
            Add("Sigmoid", "head/p", ["head/logit"]);
            value = "head/p";
        }

        Add("Sub", "head/q", [Constant("head/one", 1), value]);
        Add("Concat", output, ["head/q", value], ("axis", 1L));
    }

    private string Constant(string name, float value)
    {
        _constants.Add(new OnnxTensor(name, Tensor.Create([value])));
        return name;
    }

    private void Add(string name, string output, string[] inputs, params (string Name, object Value)[] attributes) => _nodes.Add(new OnnxNode
    {
        Operator = name,
        Name = output + "/node",
        Inputs = inputs,
        Outputs = [output],
        Attributes = attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value),
    });

    private static TrainingFailedException Bad(string what) => new(TrainingCodes.MLNetConversion, $"the chain does not do as a model: {what}");
}
