using MlOps.Build.Contracts;

namespace MlOps.Build.Inference;

/// <summary>Explains one row by Shapley values over the raw columns, with the golden rows as background.</summary>
internal sealed class RowExplainer(
    ModelSignature signature, GoldenSet golden, Func<string, bool> isTaken, Func<ModelInputs, float[]> run, (IReadOnlyList<string> Names, int Count) outputs)
{
    /// <summary>The most columns for which every coalition is evaluated.</summary>
    public const int MostExact = 10;

    private readonly SignatureInput[] _columns = [.. signature.Inputs.Where(input => isTaken(input.Name))];

    /// <summary>Explains a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="output">Which of the model's outputs.</param>
    /// <param name="scale">What is preferred; the output when the model has no score.</param>
    /// <param name="trees">The model's trees; null when it has none that are known.</param>
    public PredictionExplanation Explain(ModelInputs row, int output, ExplanationScale scale, ColumnTrees? trees)
    {
        if (row.Rows != 1)
            throw new ArgumentException($"{row.Rows} rows are given; one row is explained at a time.", nameof(row));
        if (golden.Rows.Count == 0)
            throw new InferenceException("The package has no golden rows, which an explanation needs as background. Build the package again.");
        string[] names = [.. _columns.Select(column => column.Name)];
        Tensor[] columns = [.. _columns.Select(column => Values(column, row))];
        if (trees is not null && PathOf(trees, output) is { } path && (path.Scale == ExplanationScale.Output || scale == ExplanationScale.Score)
            && ByTrees(names, columns, trees, path, output) is { } explanation)
        {
            return explanation;
        }

        return ByCoalitions(run(row)[output], () => new RowGame(names, columns, run, (outputs.Count, output)));
    }

    private PredictionExplanation? ByTrees(string[] names, Tensor[] columns, ColumnTrees trees, ScorePath path, int output)
    {
        var rows = new ModelInputs(golden.Rows.Count + 1);
        for (var i = 0; i < names.Length; i++)
            rows.Add(names[i], columns[i]);
        if (trees.Explain(names, rows, path) is not { } found)
            return null;
        if (path.Scale == ExplanationScale.Score)
            return Explanation(found.Score, found.Base, found.Values, exact: true) with { Scale = ExplanationScale.Score };
        var all = run(rows);
        var mean = Enumerable.Range(1, golden.Rows.Count).Sum(i => (double)all[(i * outputs.Count) + output]) / golden.Rows.Count;
        return Explanation(all[output], mean, found.Values, exact: true);
    }

    // A row's values are one output's columns, or several outputs of one column each.
    private ScorePath? PathOf(ColumnTrees trees, int output) =>
        outputs.Names is [var only] ? trees.PathTo(only, output) : trees.PathTo(outputs.Names[output], 0);

    private PredictionExplanation ByCoalitions(double value, Func<RowGame> game)
    {
        var backgrounds = golden.Rows.Count;
        var exact = _columns.Length <= MostExact;
        var values = _columns.Length == 0 ? []
            : exact ? ExactShapley.Values(game(), _columns.Length, backgrounds)
            : SampledShapley.Values(game(), _columns.Length, backgrounds);
        return Explanation(value, _columns.Length == 0 ? value : Base(game(), backgrounds), values, exact);
    }

    private PredictionExplanation Explanation(double output, double mean, double[] values, bool exact) => new()
    {
        Output = output,
        Base = mean,
        Contributions = [.. signature.Inputs.Select(input => new ColumnContribution(input.Name, Of(input.Name, values)))],
        Exact = exact,
    };

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
