using MlOps.Build.Contracts;

namespace MlOps.Build.Inference;

/// <summary>Explains one row by Shapley values over the raw columns, with the golden rows as background.</summary>
internal sealed class RowExplainer(ModelSignature signature, GoldenSet golden, Func<string, bool> isTaken, Func<ModelInputs, float[]> run, int outputs)
{
    /// <summary>The most columns for which every coalition is evaluated.</summary>
    public const int MostExact = 10;

    private readonly SignatureInput[] _columns = [.. signature.Inputs.Where(input => isTaken(input.Name))];

    public PredictionExplanation Explain(ModelInputs row, int output)
    {
        if (row.Rows != 1)
            throw new ArgumentException($"{row.Rows} rows are given; one row is explained at a time.", nameof(row));
        if (golden.Rows.Count == 0)
            throw new InferenceException("The package has no golden rows, which an explanation needs as background. Build the package again.");
        var backgrounds = golden.Rows.Count;
        var value = run(row)[output];
        var exact = _columns.Length <= MostExact;
        string[] names = [.. _columns.Select(column => column.Name)];
        Tensor[] columns = [.. _columns.Select(column => Values(column, row))];
        RowGame Game() => new(names, columns, run, (outputs, output));
        var values = _columns.Length == 0 ? []
            : exact ? ExactShapley.Values(Game(), _columns.Length, backgrounds)
            : SampledShapley.Values(Game(), _columns.Length, backgrounds);
        return new PredictionExplanation
        {
            Output = value,
            Base = _columns.Length == 0 ? value : Base(Game(), backgrounds),
            Contributions = [.. signature.Inputs.Select(input => new ColumnContribution(input.Name, Of(input.Name, values)))],
            Exact = exact,
        };
    }

    private double Base(RowGame game, int backgrounds)
    {
        var nobody = new bool[_columns.Length];
        for (var background = 0; background < backgrounds; background++)
            game.Add(nobody, background);
        var sum = 0.0;
        foreach (var result in game.Results)
            sum += result;
        return sum / backgrounds;
    }

    private double Of(string name, double[] values)
    {
        var index = Array.FindIndex(_columns, column => column.Name == name);
        return index < 0 ? 0 : values[index];
    }

    private Tensor Values(SignatureInput column, ModelInputs row)
    {
        var index = 0;
        while (golden.Columns[index] != column.Name)
            index++;
        var background = RawValue.Column(column.Type, [.. golden.Rows.Select(golden => golden.Values[index])]);
        var all = background.NewLike([background.Length + 1, 1]);
        row.Tensors[column.Name].CopyTo(0, all, 0, 1);
        background.CopyTo(0, all, 1, background.Length);
        return all;
    }
}
