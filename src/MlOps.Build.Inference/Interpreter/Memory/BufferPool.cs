namespace MlOps.Build.Inference.Interpreter.Memory;

/// <summary>
/// Arrays while a run is planned: one whose values nobody reads any more serves the next node that needs as many of the type, as ONNX Runtime
/// plans its memory.
/// </summary>
internal sealed class BufferPool
{
    private readonly Dictionary<(Type Type, int Length), Stack<Array>> _free = [];
    private readonly HashSet<Array> _own = [];

    public T[] Rent<T>(int length)
    {
        if (_free.TryGetValue((typeof(T), length), out var free) && free.Count > 0)
            return (T[])free.Pop();
        var array = new T[length];
        _own.Add(array);
        return array;
    }

    /// <summary>Takes an array back; those that came from elsewhere, inputs and constants, stay what they are.</summary>
    public void Return(Array array)
    {
        if (!_own.Contains(array))
            return;
        var key = (array.GetType().GetElementType()!, array.Length);
        if (!_free.TryGetValue(key, out var free))
            _free.Add(key, free = new Stack<Array>());
        free.Push(array);
    }

    /// <summary>Forgets all arrays: those that are planned belong to their nodes.</summary>
    public void Clear()
    {
        _free.Clear();
        _own.Clear();
    }
}
