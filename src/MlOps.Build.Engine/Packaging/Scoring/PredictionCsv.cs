using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Features;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Packaging.Scoring;

/// <summary>
/// Writes predictions as CSV, one line a row, in order: <c>probability,Label</c> for a binary task, <c>class</c> and one probability a
/// class, or <c>prediction</c> with <c>prediction_lower</c> and <c>prediction_upper</c> when an interval comes with it.
/// </summary>
internal sealed class PredictionCsv(PackagedModel model, TextWriter writer)
{
    private readonly ModelSignature _signature = model.Signature;

    /// <summary>Writes header and rows in batches, so that only the predictions of one batch are in memory.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="withInputs">True puts the file's own columns before the predictions.</param>
    /// <param name="cancellationToken">Ends the writing between two batches.</param>
    public void Write(Table table, bool withInputs, CancellationToken cancellationToken)
    {
        var own = withInputs ? table.Columns : [];
        Line(own.Select(column => column.Name).Concat(Header()));
        foreach (var rows in Enumerable.Range(0, table.RowCount).Chunk(PackagedModel.BatchSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var inputs = new ModelInputs(rows.Length);
            foreach (var (name, tensor) in TableTensors.Of(table, _signature, rows))
                inputs.Add(name, tensor);
            var outputs = model.Run(inputs);
            for (var i = 0; i < rows.Length; i++)
                Line(own.Select(column => column.Text(rows[i]) ?? "").Concat(Values(outputs.AsSpan(i * model.OutputsPerRow, model.OutputsPerRow))));
        }
    }

    private IEnumerable<string> Header() => _signature.Task switch
    {
        LearningTask.Binary => ["probability", _signature.Label],
        LearningTask.Multiclass => _signature.Classes.Select(name => $"probability {name}").Prepend("class"),
        _ => _signature.Outputs(),
    };

    private List<string> Values(ReadOnlySpan<float> outputs)
    {
        var texts = new List<string>(outputs.Length + 1);
        if (_signature.Task == LearningTask.Binary)
            return [Text(outputs[1]), outputs[1] >= (_signature.Threshold ?? 0.5) ? "true" : "false"];
        if (_signature.Task == LearningTask.Multiclass)
            texts.Add(_signature.Classes[ClassProbabilities.BestIndex(outputs)]);
        foreach (var value in outputs)
            texts.Add(Text(value));
        return texts;
    }

    private static string Text(float value) => value.ToString("R", CultureInfo.InvariantCulture);

    private void Line(IEnumerable<string> fields) => writer.Write(string.Join(',', fields.Select(Field)) + "\n");

    private static string Field(string text) =>
        text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
