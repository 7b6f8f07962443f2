using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Inference.Interpreter;

/// <summary>Turns a graph into a plan: numbers its values, reads its attributes, orders its nodes.</summary>
internal sealed class SessionPlanner
{
    private readonly OnnxModel _model;
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tensor> _constants = new(StringComparer.Ordinal);

    private SessionPlanner(OnnxModel model) => _model = model;

    public static SessionPlan Plan(OnnxModel model) => new SessionPlanner(model).Plan();

    private SessionPlan Plan()
    {
        OperatorSets.Check(_model.Opsets);
        foreach (var tensor in _model.Graph.Initializers)
            AddConstant(tensor.Name, tensor.Value);
        var inputs = _model.Graph.Inputs.Where(input => !_constants.ContainsKey(input.Name)).ToArray();
        foreach (var input in inputs)
            Define(input.Name);

        var ordered = TopologicalOrder.Of(_model.Graph.Nodes, name => _slots.ContainsKey(name));
        var nodes = ordered.Where(node => !IsConstant(node)).Select(PlanNode).ToArray();
        var outputs = _model.Graph.Outputs.Select(output => (output.Name, Slot(output.Name, "The graph's outputs"))).ToArray();
        var initial = new Tensor?[_slots.Count];
        foreach (var (name, value) in _constants)
            initial[_slots[name]] = value;
        return new SessionPlan
        {
            Inputs = inputs,
            InputSlots = [.. inputs.Select(input => _slots[input.Name])],
            Outputs = outputs,
            Nodes = WithLastUses(nodes, [.. outputs.Select(output => output.Item2)]),
            InitialValues = initial,
        };
    }

    private bool IsConstant(OnnxNode node)
    {
        if (node is not { Domain: "", Operator: "Constant", Outputs.Count: 1 })
            return false;
        AddConstant(node.Outputs[0], Info(node) switch
        {
            var info when info.Tensor("value") is { } tensor => tensor,
            var info when info.Has("value_float") => Tensor.Create([info.Float("value_float", 0)]),
            var info when info.Has("value_int") => Tensor.Create([info.Int("value_int", 0)]),
            var info when info.Has("value_string") => Tensor.Create([info.Text("value_string", "")]),
            var info when info.Has("value_floats") => Vector(info.Floats("value_floats")),
            var info when info.Has("value_ints") => Vector(info.Ints("value_ints")),
            var info when info.Has("value_strings") => Vector(info.Texts("value_strings")),
            var info => throw info.Fail("it has no value"),
        });
        return true;
    }

    private static Tensor<T> Vector<T>(T[] values) => Tensor.Create(values, values.Length);

    private NodePlan PlanNode(OnnxNode node)
    {
        var info = Info(node);
        var inputs = node.Inputs.Select(name => name.Length == 0 ? -1 : Slot(name, $"Node '{node.Name}' ({node.Operator})")).ToArray();
        var kernel = Create(info);
        var outputs = node.Outputs.Select(name => name.Length == 0 ? -1 : Define(name)).ToArray();
        return new NodePlan { Info = info, Kernel = kernel, Inputs = inputs, Outputs = outputs };
    }

    // What a file can get wrong in attributes: doubled categories, numbers beyond what an axis can be, lists that are too short.
    private static Kernel Create(NodeInfo info)
    {
        try
        {
            return KernelRegistry.Create(info);
        }
        catch (Exception e) when (e is ArgumentException or ArithmeticException or IndexOutOfRangeException)
        {
            throw info.Fail($"its attributes do not fit ({e.Message})", e);
        }
    }

    private NodeInfo Info(OnnxNode node) => new(node, _model.Opsets.GetValueOrDefault(node.Domain), _constants);

    private void AddConstant(string name, Tensor value)
    {
        Define(name);
        _constants[name] = value;
    }

    private int Define(string name) =>
        _slots.TryAdd(name, _slots.Count) ? _slots.Count - 1 : throw new InferenceException($"The model defines the value '{name}' twice.");

    private int Slot(string name, string reader) =>
        _slots.TryGetValue(name, out var slot) ? slot : throw new InferenceException($"{reader} read '{name}', which nothing in the model makes.");

    private NodePlan[] WithLastUses(NodePlan[] nodes, HashSet<int> kept)
    {
        kept.UnionWith(_constants.Keys.Select(name => _slots[name]));
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            var last = nodes[i].Inputs.Concat(nodes[i].Outputs).Where(slot => slot >= 0 && kept.Add(slot)).ToArray();
            nodes[i] = nodes[i] with { LastUses = last };
        }

        return nodes;
    }
}
