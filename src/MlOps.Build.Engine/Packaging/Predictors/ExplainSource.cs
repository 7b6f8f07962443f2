namespace MlOps.Build.Engine.Packaging.Predictors;

/// <summary>Writes the prediction with its explanation.</summary>
internal static class ExplainSource
{
    private const string Runtime = PredictorClassSource.Runtime;

    public static void WriteType(SourceWriter source, PredictorNames names)
    {
        source.Summary("A prediction with the contribution of each column to it.");
        source.Doc("param name=\"Prediction\"", "The prediction.");
        source.Doc("param name=\"Explanation\"", "Why; null when it was not asked for.");
        source.Line($"public readonly record struct {names.Explained}({names.Prediction} Prediction, {Runtime}.PredictionExplanation? Explanation);");
        source.Line();
    }

    public static void Write(SourceWriter source, PredictorOptions options, PredictorNames names)
    {
        source.Summary("Predicts one row and says how much each column moved the prediction: Shapley values against the package's golden rows. "
            + "Trees are asked at once, any other model some thousand times.");
        source.Doc("param name=\"input\"", "The row.");
        source.Doc("param name=\"explain\"", "False leaves the explanation out.");
        PredictSource.DocumentCheck(source);
        source.Doc("param name=\"scale\"", "Score explains the sum of the model's trees where probabilities or amounts are a function of it.");
        const string Scale = $"{Runtime}.ExplanationScale";
        source.Line($"public {names.Explained} Predict({names.Input} input, bool explain, {PredictSource.CheckParameter(options)}, {Scale} scale = {Scale}.Output)");
        source.Open();
        PredictSource.WriteNullCheck(source, "input");
        source.Line("var columns = Columns([input]);");
        source.Line("if (check)");
        source.Line("    _model.ThrowIfInvalid(columns);");
        source.Line("var outputs = _model.Run(columns);");
        source.Line("var prediction = Prediction(outputs, 0);");
        source.Line($"return new(prediction, explain ? _model.Explain(columns, {ResultSource.Explained(options.Signature, names)}, scale) : null);");
        source.Close();
        source.Line();
    }
}
