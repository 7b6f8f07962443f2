using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Packaging.Rows;

/// <summary>Chooses golden rows, evenly over the test rows, and predicts them as a consumer will.</summary>
internal static class GoldenRows
{
    private const int Most = 20;

    public static GoldenSet Make(Table table, ReadOnlySpan<int> testRows, ModelSignature signature, IReadOnlySet<string> sensitive, IModelSession session)
    {
        var rows = Choose(testRows);
        var texts = signature.Inputs.Select(input => Texts(table, input.Name, rows, sensitive)).ToList();
        var outputs = Predict(signature, texts, rows.Length, session);
        var width = rows.Length == 0 ? 0 : outputs.Length / rows.Length;
        return new GoldenSet
        {
            Columns = [.. signature.Inputs.Select(input => input.Name)],
            Withheld = [.. signature.Inputs.Select(input => input.Name).Where(sensitive.Contains)],
            Rows =
            [
                .. Enumerable.Range(0, rows.Length).Select(row => new GoldenRow(
                    [.. texts.Select(column => column[row])],
                    outputs[(row * width)..((row + 1) * width)])),
            ],
        };
    }

    private static int[] Choose(ReadOnlySpan<int> testRows)
    {
        var count = Math.Min(Most, testRows.Length);
        var rows = new int[count];
        for (var i = 0; i < count; i++)
            rows[i] = testRows[(int)((long)i * testRows.Length / count)];
        return rows;
    }

    private static string?[] Texts(Table table, string name, int[] rows, IReadOnlySet<string> sensitive)
    {
        var column = table.Find(name);
        return column is null || sensitive.Contains(name) ? new string?[rows.Length] : Array.ConvertAll(rows, column.Text);
    }

    private static float[] Predict(ModelSignature signature, List<string?[]> texts, int rows, IModelSession session)
    {
        var inputs = new ModelInputs(rows);
        for (var i = 0; i < texts.Count; i++)
            inputs.Add(signature.Inputs[i].Name, RawValue.Column(signature.Inputs[i].Type, texts[i]));
        var given = session.Run(inputs.Tensors);
        float[][] outputs = [.. signature.Outputs().Select(output => ((Tensor<float>)given[output]).Values)];
        return outputs is [var only] ? only : [.. Enumerable.Range(0, rows).SelectMany(row => outputs.Select(values => values[row]))];
    }
}
