namespace MlOps.Build.Inference.Interpreter.Memory;

/// <summary>
/// What one node asked for in a run, in the order in which it asked, to be had again in the next. A kernel asks for the same when shapes are
/// the same; where it does not, it gets something new, and the tensor it returns then differs from the planned one, which ends the plan.
/// </summary>
internal sealed class NodeMemory(BufferPool pool)
{
    private readonly List<object> _kept = [];
    private readonly List<Array> _scratch = [];
    private int _next;

    /// <summary>A run of the node begins.</summary>
    public void Begin() => _next = 0;

    /// <summary>The planned run of the node is over: what it needed for its length alone is free for other nodes.</summary>
    public void EndPlanning()
    {
        foreach (var array in _scratch)
            pool.Return(array);
        _scratch.Clear();
    }

    public void Clear()
    {
        _kept.Clear();
        _scratch.Clear();
    }

    public Tensor<T> Tensor<T>(ReadOnlySpan<int> shape) =>
        Peek() is Tensor<T> known && shape.SequenceEqual(known.Sizes)
            ? Taken(known)
            : Keep(new Tensor<T>(pool.Rent<T>(Shapes.Length(shape)), shape.ToArray()));

    public Tensor Reshaped(Tensor tensor, int[] shape) =>
        Peek() is Tensor known && ReferenceEquals(known.Data, tensor.Data) && Shapes.Equal(known.Sizes, shape)
            ? Taken(known)
            : Keep(tensor.Reshaped(shape));

    public T[] Scratch<T>(int length)
    {
        if (Peek() is T[] known && known.Length == length)
        {
            Array.Clear(known, 0, length);
            return Taken(known);
        }

        var array = pool.Rent<T>(length);
        Array.Clear(array, 0, length);
        _scratch.Add(array);
        return Keep(array);
    }

    /// <summary>What is kept at this place when it is of the type.</summary>
    public TLayout? Known<TLayout>()
        where TLayout : class => Peek() is TLayout known ? Taken(known) : null;

    public TKept Keep<TKept>(TKept made)
        where TKept : class
    {
        if (_next < _kept.Count)
            _kept[_next] = made;
        else
            _kept.Add(made);
        _next++;
        return made;
    }

    private object? Peek() => _next < _kept.Count ? _kept[_next] : null;

    private TKept Taken<TKept>(TKept known)
    {
        _next++;
        return known;
    }
}
