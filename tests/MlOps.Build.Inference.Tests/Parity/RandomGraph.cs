using MlOps.Build.Inference.Onnx;
using MlOps.Build.Inference.Tests.Interpreter;

namespace MlOps.Build.Inference.Tests.Parity;

/// <summary>
/// A graph of twenty nodes over float columns [N, 1] and [N, 3]; each node reads values that are there already. All values are outputs,
/// so a difference shows at the node that makes it.
/// </summary>
internal sealed class RandomGraph
{
    private readonly Random _random;
    private readonly List<OnnxNode> _nodes = [];
    private readonly List<string> _floats = ["narrow", "wide"];
    private readonly List<string> _booleans = [];
    private readonly List<OnnxTensor> _constants = [];

    public RandomGraph(int seed)
    {
        _random = new Random(seed);
        var rows = seed % 10 == 0 ? 0 : _random.Next(1, 6);
        Inputs = Graphs.Inputs(("narrow", Numbers(rows, 1)), ("wide", Numbers(rows, 3)));
        AddBoolean();
        for (var i = 0; i < 20; i++)
            AddNode();
        Model = Graphs.Model(
            _nodes,
            [Graphs.Value("narrow", OnnxType.Float, null, 1), Graphs.Value("wide", OnnxType.Float, null, 3)],
            [.. _floats.Skip(2).Select(name => Graphs.Value(name, OnnxType.Float, null, null)), .. _booleans.Select(name => Graphs.Value(name, OnnxType.Bool, null, null))],
            [.. _constants]);
    }

    public OnnxModel Model { get; }

    public IReadOnlyDictionary<string, Tensor> Inputs { get; }

    private void AddNode()
    {
        switch (_random.Next(7))
        {
            case 0:
                AddBoolean();
                break;
            case 1:
                Add("Where", _booleans[_random.Next(_booleans.Count)], Value(), Value());
                break;
            case 2:
                Add(Pick("Sigmoid", "Floor", "Neg", "Abs", "Relu", "Ceil", "Softmax", "Identity"), Value());
                break;
            case 3:
                Add("Clip", Value(), Constant(-2), Constant(2));
                break;
            case 4:
                Add(Pick("Add", "Mul", "Min", "Max", "Sub"), Value(), Constant(_random.Next(-3, 4) / 2f, 1));
                break;
            case 5:
                AddRowSum();
                break;
            default:
                Add(Pick("Add", "Sub", "Mul", "Min", "Max"), Value(), Value());
                break;
        }
    }

    private void AddBoolean()
    {
        var name = $"b{_nodes.Count}";
        _nodes.Add(Graphs.Node(Pick("Less", "Greater", "LessOrEqual", "GreaterOrEqual", "Equal"), [Value(), Value()], [name]));
        _booleans.Add(name);
    }

    private void AddRowSum()
    {
        var axes = $"axes{_nodes.Count}";
        _constants.Add(new OnnxTensor(axes, Tensor.Create([1L], 1)));
        // Not ReduceMax: over NaN, ONNX Runtime gives what its vector code comes upon; NaN here.
        Add(Pick("ReduceSum", "ReduceMean"), Value(), axes);
    }

    private void Add(string @operator, params string[] inputs)
    {
        var name = $"f{_nodes.Count}";
        _nodes.Add(Graphs.Node(@operator, inputs, [name]));
        _floats.Add(name);
    }

    private string Value() => _floats[_random.Next(_floats.Count)];

    private string Pick(params string[] operators) => operators[_random.Next(operators.Length)];

    private string Constant(float value, params int[] shape)
    {
        var name = $"c{_constants.Count}";
        _constants.Add(new OnnxTensor(name, Tensor.Create([value], shape)));
        return name;
    }

    private Tensor<float> Numbers(int rows, int columns) => Tensor.Create(
        [.. Enumerable.Range(0, rows * columns).Select(_ => _random.Next(12) == 0 ? float.NaN : _random.Next(-12, 13) / 4f)], rows, columns);
}
