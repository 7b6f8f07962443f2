namespace MlOps.Build.Engine.Packaging.Predictors;

/// <summary>Writes the predictions of one row and of many, and the check of rows.</summary>
internal static class PredictSource
{
    private const string Runtime = PredictorClassSource.Runtime;
    private const string Collections = "global::System.Collections.Generic";

    public static void Write(SourceWriter source, PredictorOptions options, PredictorNames names)
    {
        WriteOne(source, options, names);
        WriteMany(source, options, names);
        WriteSpan(source, options, names);
        source.Summary("What the contract does not allow in a row: missing values, ranges, lists of values; empty when nothing is wrong.");
        source.Line($"public {Collections}.IReadOnlyList<{Runtime}.InputViolation> Check({names.Input} input)");
        source.Open();
        WriteNullCheck(source, "input");
        source.Line("return _model.Check(Columns([input]));");
        source.Close();
        source.Line();
    }

    /// <summary>The parameter <c>check</c> and what it does.</summary>
    public static string CheckParameter(PredictorOptions options) => $"bool check = {(options.Checks ? "true" : "false")}";

    public static void DocumentCheck(SourceWriter source)
    {
        source.Doc("param name=\"check\"", "True refuses values that the contract does not allow.");
        source.Doc($"exception cref=\"{Runtime}.InvalidInputException\"", "A checked value is not allowed; the message names column, value and limit.");
    }

    public static void WriteNullCheck(SourceWriter source, string name)
    {
        source.Line($"if ({name} is null)");
        source.Line($"    throw new global::System.ArgumentNullException(nameof({name}));");
    }

    private static void WriteOne(SourceWriter source, PredictorOptions options, PredictorNames names)
    {
        source.Summary("Predicts one row.");
        source.Doc("param name=\"input\"", "The row.");
        DocumentCheck(source);
        source.Line($"public {names.Prediction} Predict({names.Input} input, {CheckParameter(options)})");
        source.Open();
        WriteNullCheck(source, "input");
        source.Line("var batch = _model.Rent(1);");
        source.Line("try");
        source.Open();
        source.Line("Fill(batch.Inputs, [input]);");
        source.Line("if (check)");
        source.Line("    _model.ThrowIfInvalid(batch.Inputs);");
        source.Line("return Prediction(_model.Run(batch), 0);");
        source.Close();
        source.Line("finally");
        source.Open();
        source.Line("_model.Return(batch);");
        source.Close();
        source.Close();
        source.Line();
    }

    private static void WriteMany(SourceWriter source, PredictorOptions options, PredictorNames names)
    {
        source.Summary("Predicts rows, in batches that bound the memory needed; one prediction a row, in order.");
        source.Doc("param name=\"inputs\"", "The rows.");
        DocumentCheck(source);
        source.Line($"public {Collections}.IReadOnlyList<{names.Prediction}> Predict({Collections}.IEnumerable<{names.Input}> inputs, {CheckParameter(options)})");
        source.Open();
        WriteNullCheck(source, "inputs");
        source.Line($"var predictions = new {Collections}.List<{names.Prediction}>();");
        source.Line($"var batch = new {Collections}.List<{names.Input}>({Runtime}.PackagedModel.BatchSize);");
        source.Line("foreach (var input in inputs)");
        source.Open();
        source.Line("batch.Add(input);");
        source.Line($"if (batch.Count == {Runtime}.PackagedModel.BatchSize)");
        source.Line("    AddBatch(batch, predictions, check);");
        source.Close();
        source.Line();
        source.Line("AddBatch(batch, predictions, check);");
        source.Line("return predictions;");
        source.Close();
        source.Line();
        WriteBatch(source, names);
    }

    private static void WriteBatch(SourceWriter source, PredictorNames names)
    {
        source.Line($"private void AddBatch({Collections}.List<{names.Input}> batch, {Collections}.List<{names.Prediction}> predictions, bool check, long before = 0)");
        source.Open();
        source.Line("if (batch.Count == 0)");
        source.Line("    return;");
        source.Line($"var results = new {names.Prediction}[batch.Count];");
        source.Line("Run(batch.ToArray(), results, check, before + predictions.Count);");
        source.Line("predictions.AddRange(results);");
        source.Line("batch.Clear();");
        source.Close();
        source.Line();
    }

    private static void WriteSpan(SourceWriter source, PredictorOptions options, PredictorNames names)
    {
        source.Summary("Predicts rows into a span, one prediction a row, in order. Once as many rows were predicted before, nothing is allocated"
            + (names.HasTextClasses ? " but the probabilities of each row." : "."));
        source.Doc("param name=\"inputs\"", "The rows.");
        source.Doc("param name=\"predictions\"", "Takes the predictions; at least as long as the rows.");
        DocumentCheck(source);
        source.Line($"public void Predict(global::System.ReadOnlySpan<{names.Input}> inputs, global::System.Span<{names.Prediction}> predictions, {CheckParameter(options)})");
        source.Open();
        source.Line("if (predictions.Length < inputs.Length)");
        source.Line("    throw new global::System.ArgumentException(\"There is less room than rows.\", nameof(predictions));");
        source.Line("Run(inputs, predictions, check, 0);");
        source.Close();
        source.Line();
        WriteRun(source, names);
    }

    private static void WriteRun(SourceWriter source, PredictorNames names)
    {
        source.Line($"private void Run(global::System.ReadOnlySpan<{names.Input}> inputs, global::System.Span<{names.Prediction}> predictions, bool check, long before)");
        source.Open();
        source.Line("for (var start = 0; start < inputs.Length;)");
        source.Open();
        source.Line($"var rows = inputs.Slice(start, global::System.Math.Min({Runtime}.PackagedModel.BatchSize, inputs.Length - start));");
        source.Line("var batch = _model.Rent(rows.Length);");
        source.Line("try");
        source.Open();
        source.Line("Fill(batch.Inputs, rows);");
        source.Line("if (check)");
        source.Line("    _model.ThrowIfInvalid(batch.Inputs, before + start + 1);");
        source.Line("var outputs = _model.Run(batch);");
        source.Line("for (var row = 0; row < rows.Length; row++)");
        source.Line("    predictions[start + row] = Prediction(outputs, row);");
        source.Close();
        source.Line("finally");
        source.Open();
        source.Line("_model.Return(batch);");
        source.Close();
        source.Line();
        source.Line("start += rows.Length;");
        source.Close();
        source.Close();
        source.Line();
    }
}
