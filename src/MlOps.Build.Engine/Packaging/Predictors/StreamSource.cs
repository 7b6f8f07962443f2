namespace MlOps.Build.Engine.Packaging.Predictors;

/// <summary>Writes the prediction of a stream of rows.</summary>
internal static class StreamSource
{
    private const string Runtime = PredictorClassSource.Runtime;
    private const string Collections = "global::System.Collections.Generic";
    private const string Token = "global::System.Threading.CancellationToken";

    public static void Write(SourceWriter source, PredictorOptions options, PredictorNames names)
    {
        source.Summary("Predicts rows as they come, one prediction a row, in order. The model runs when a batch is full or the rows end.");
        source.Doc("param name=\"inputs\"", "The rows.");
        source.Doc("param name=\"batchSize\"", "How many rows run at a time, 1 or more; 1 predicts each row as soon as it is there.");
        PredictSource.DocumentCheck(source);
        source.Doc("param name=\"cancellationToken\"", "Ends the wait for rows, and the predictions.");
        source.Doc("exception cref=\"global::System.OperationCanceledException\"", "The token was cancelled.");
        source.Line($"public {Collections}.IAsyncEnumerable<{names.Prediction}> PredictAsync(");
        source.Line($"    {Collections}.IAsyncEnumerable<{names.Input}> inputs,");
        source.Line($"    int batchSize = {Runtime}.PackagedModel.BatchSize,");
        source.Line($"    {PredictSource.CheckParameter(options)},");
        source.Line($"    {Token} cancellationToken = default)");
        source.Open();
        PredictSource.WriteNullCheck(source, "inputs");
        source.Line("if (batchSize < 1)");
        source.Line("    throw new global::System.ArgumentOutOfRangeException(nameof(batchSize), batchSize, \"A batch has one row or more.\");");
        source.Line("return Stream(inputs, batchSize, check, cancellationToken);");
        source.Close();
        source.Line();
        WriteIterator(source, names);
    }

    private static void WriteIterator(SourceWriter source, PredictorNames names)
    {
        source.Line($"private async {Collections}.IAsyncEnumerable<{names.Prediction}> Stream(");
        source.Line($"    {Collections}.IAsyncEnumerable<{names.Input}> inputs,");
        source.Line("    int batchSize,");
        source.Line("    bool check,");
        source.Line($"    [global::System.Runtime.CompilerServices.EnumeratorCancellation] {Token} cancellationToken)");
        source.Open();
        source.Line($"var batch = new {Collections}.List<{names.Input}>();");
        source.Line($"var predictions = new {Collections}.List<{names.Prediction}>();");
        source.Line("var before = 0L;");
        source.Line("await foreach (var input in global::System.Threading.Tasks.TaskAsyncEnumerableExtensions");
        source.Line("    .WithCancellation(inputs, cancellationToken).ConfigureAwait(false))");
        source.Open();
        // A source may ignore the token.
        source.Line("cancellationToken.ThrowIfCancellationRequested();");
        source.Line("batch.Add(input);");
        source.Line("if (batch.Count < batchSize)");
        source.Line("    continue;");
        source.Line("AddBatch(batch, predictions, check, before);");
        source.Line("foreach (var prediction in predictions)");
        source.Line("    yield return prediction;");
        source.Line("before += predictions.Count;");
        source.Line("predictions.Clear();");
        source.Close();
        source.Line();
        source.Line("AddBatch(batch, predictions, check, before);");
        source.Line("foreach (var prediction in predictions)");
        source.Line("    yield return prediction;");
        source.Close();
        source.Line();
    }
}
