using MlOps.Build.Inference.Interpreter;
using MlOps.Build.Inference.Interpreter.Memory;

namespace MlOps.Build.Inference;

/// <summary>
/// Runs a graph again and again on the same input tensors, filled anew, in the same memory. The first run plans: each node keeps the tensors
/// that it makes, and memory that nobody reads any more goes to later nodes. Further runs allocate nothing, unless the graph makes texts or
/// its shapes depend on values. Other tensors are planned anew. Not safe for concurrent use; the session is: give each thread its own.
/// </summary>
public sealed class SessionMemory
{
    private readonly SessionPlan _plan;
    private readonly Tensor?[] _values;
    private readonly Tensor?[] _planned;
    private readonly NodeMemory[] _nodes;
    private readonly BufferPool _pool = new();
    private readonly Dictionary<string, Tensor> _outputs = new(StringComparer.Ordinal);
    private bool _isPlanned;
    private bool _changesShape;

    internal SessionMemory(SessionPlan plan)
    {
        _plan = plan;
        _values = (Tensor?[])plan.InitialValues.Clone();
        _planned = new Tensor?[_values.Length];
        _nodes = [.. plan.Nodes.Select(_ => new NodeMemory(_pool))];
    }

    /// <summary>Runs the graph.</summary>
    /// <param name="inputs">One tensor an input; the first dimension is the number of rows.</param>
    /// <returns>One tensor an output, with the bits of <see cref="IModelSession.Run"/>; the next run overwrites them.</returns>
    /// <exception cref="InferenceException">An input is missing, or has the wrong type or shape.</exception>
    public IReadOnlyDictionary<string, Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (_changesShape)
            return GraphRun.Run(_plan, inputs);
        InputCheck.Place(_plan, inputs, _values);
        if (!_isPlanned || !HasPlannedInputs())
            return Plan();
        for (var i = 0; i < _nodes.Length; i++)
        {
            RunNode(i);
            if (!IsAsPlanned(_plan.Nodes[i]))
                return GiveUp(inputs);
        }

        return _outputs;
    }

    private Dictionary<string, Tensor> Plan()
    {
        Forget();
        foreach (var slot in _plan.InputSlots)
            _planned[slot] = _values[slot];
        for (var i = 0; i < _nodes.Length; i++)
        {
            RunNode(i);
            foreach (var slot in _plan.Nodes[i].Outputs)
            {
                if (slot >= 0)
                    _planned[slot] = _values[slot];
            }

            _nodes[i].EndPlanning();
            foreach (var slot in _plan.Nodes[i].LastUses)
                Free(slot);
        }

        GraphRun.Collect(_plan, _values, _outputs);
        for (var slot = 0; slot < _values.Length; slot++)
            _values[slot] = _planned[slot] ?? _plan.InitialValues[slot];
        _pool.Clear();
        _isPlanned = true;
        return _outputs;
    }

    private void RunNode(int index)
    {
        _nodes[index].Begin();
        GraphRun.Run(_plan.Nodes[index], _values, _nodes[index]);
    }

    private void Forget()
    {
        _isPlanned = false;
        _pool.Clear();
        foreach (var node in _nodes)
            node.Clear();
        var inputs = Array.ConvertAll(_plan.InputSlots, slot => _values[slot]);
        _plan.InitialValues.CopyTo(_values, 0);
        Array.Clear(_planned, 0, _planned.Length);
        for (var i = 0; i < inputs.Length; i++)
            _values[_plan.InputSlots[i]] = inputs[i];
    }

    // Reshape and Identity hand on what they were given, so values that others still read may lie in the same array.
    private void Free(int slot)
    {
        var gone = _values[slot];
        _values[slot] = null;
        if (gone is not null && !Array.Exists(_values, other => other is not null && ReferenceEquals(other.Data, gone.Data)))
            _pool.Return(gone.Data);
    }

    private bool HasPlannedInputs()
    {
        foreach (var slot in _plan.InputSlots)
        {
            if (!ReferenceEquals(_values[slot], _planned[slot]))
                return false;
        }

        return true;
    }

    private bool IsAsPlanned(NodePlan node)
    {
        foreach (var slot in node.Outputs)
        {
            if (slot >= 0 && !ReferenceEquals(_values[slot], _planned[slot]))
                return false;
        }

        return true;
    }

    // A graph whose shapes follow from values: who reads what until when may differ by run, so memory cannot be shared by plan.
    private IReadOnlyDictionary<string, Tensor> GiveUp(IReadOnlyDictionary<string, Tensor> inputs)
    {
        _changesShape = true;
        Forget();
        return GraphRun.Run(_plan, inputs);
    }
}
