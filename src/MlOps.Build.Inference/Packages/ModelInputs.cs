namespace MlOps.Build.Inference;

/// <summary>A batch of rows as the ONNX graph takes them: one tensor <c>[N, 1]</c> a column. Not safe for concurrent use.</summary>
public sealed class ModelInputs(int rows)
{
    private readonly Dictionary<string, Tensor> _tensors = new(StringComparer.Ordinal);

    /// <summary>The number of rows.</summary>
    public int Rows { get; } = rows;

    /// <summary>The columns by name.</summary>
    public IReadOnlyDictionary<string, Tensor> Tensors => _tensors;

    /// <summary>The column of numbers (booleans as 0 and 1, NaN where missing) to fill, new when it is not there yet; see <see cref="RawValue"/>.</summary>
    public double[] Numbers(string name) => Add<double>(name);

    /// <summary>The column of days or milliseconds to fill, new when it is not there yet; see <see cref="RawValue"/>.</summary>
    public long[] Times(string name) => Add<long>(name);

    /// <summary>The column of texts to fill, new when it is not there yet; see <see cref="RawValue"/>.</summary>
    public string[] Texts(string name) => Add<string>(name);

    /// <summary>Adds a column that exists already.</summary>
    public void Add(string name, Tensor column) => _tensors.Add(name, column);

    // The columns of rows before are filled anew when a batch is used again.
    private T[] Add<T>(string name)
    {
        if (_tensors.TryGetValue(name, out var known))
            return ((Tensor<T>)known).Values;
        var values = new T[Rows];
        _tensors.Add(name, Tensor.Create(values, Rows, 1));
        return values;
    }
}
