namespace MlOps.Build.Inference;

/// <summary>
/// Rows put together of the explained row and background rows, column by column, and what the model makes of them. Rows wait until a batch
/// is full.
/// </summary>
internal sealed class RowGame
{
    private const int Batch = 1024;

    private readonly string[] _columns;
    private readonly Tensor[] _values;
    private readonly int[][] _picked;
    private readonly Func<ModelInputs, float[]> _run;
    private readonly int _outputs;
    private readonly int _output;
    private readonly List<double> _results = [];
    private int _waiting;

    /// <summary>Sets up a game.</summary>
    /// <param name="columns">The columns that the model takes.</param>
    /// <param name="values">For each, the explained row's value, then one value a background row.</param>
    /// <param name="run">Runs the model.</param>
    /// <param name="outputs">The number of outputs a row, and which of them is explained.</param>
    public RowGame(string[] columns, Tensor[] values, Func<ModelInputs, float[]> run, (int Count, int Index) outputs)
    {
        (_columns, _values, _run, _outputs, _output) = (columns, values, run, outputs.Count, outputs.Index);
        _picked = [.. columns.Select(_ => new int[Batch])];
    }

    /// <summary>The model's outputs for all rows so far, in order.</summary>
    public List<double> Results
    {
        get
        {
            Flush();
            return _results;
        }
    }

    /// <summary>Adds a row: the explained row's value where the coalition has the column, the background row's otherwise.</summary>
    public void Add(ReadOnlySpan<bool> coalition, int background)
    {
        for (var i = 0; i < _picked.Length; i++)
            _picked[i][_waiting] = coalition[i] ? 0 : background + 1;
        if (++_waiting == Batch)
            Flush();
    }

    private void Flush()
    {
        if (_waiting == 0)
            return;
        var inputs = new ModelInputs(_waiting);
        for (var i = 0; i < _columns.Length; i++)
        {
            var column = _values[i].NewLike([_waiting, 1]);
            _values[i].Pick(_picked[i].AsSpan(0, _waiting), column);
            inputs.Add(_columns[i], column);
        }

        var outputs = _run(inputs);
        for (var row = 0; row < _waiting; row++)
            _results.Add(outputs[(row * _outputs) + _output]);
        _waiting = 0;
    }
}
