using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Predictors;

/// <summary>Writes the way from the model's outputs to predictions.</summary>
internal static class ResultSource
{
    private const string Runtime = PredictorClassSource.Runtime;

    public static void Write(SourceWriter source, ModelSignature signature, PredictorNames names)
    {
        var isOwn = signature.Task == LearningTask.Multiclass || PredictorClassSource.IsThresholdLearned(signature);
        source.Line($"private {(isOwn ? "" : "static ")}{names.Prediction} Prediction(float[] outputs, int row)");
        source.Open();
        if (signature.Interval is not null)
            source.Line("return new(outputs[3 * row], outputs[3 * row + 1], outputs[3 * row + 2]);");
        else if (signature.Task == LearningTask.Regression)
            source.Line("return new(outputs[row]);");
        else if (signature.Task == LearningTask.Binary)
            source.Line("return new(outputs[2 * row + 1], outputs[2 * row + 1] >= Threshold);");
        else if (names.Classes.Count == 0)
            WriteTextClass(source);
        else
            WriteNamedClass(source, names);
        source.Close();
        if (names.Classes.Count > 0)
            WriteClassIndices(source, signature);
    }

    /// <summary>Which of a row's outputs is explained: that of the prediction.</summary>
    public static string Explained(ModelSignature signature, PredictorNames names) => signature.Task switch
    {
        LearningTask.Regression => "0",
        LearningTask.Binary => "1",
        _ when names.Classes.Count == 0 => $"{Runtime}.ClassProbabilities.BestIndex(outputs)",
        _ => "_classes[(int)prediction.Class]",
    };

    private static void WriteTextClass(SourceWriter source)
    {
        source.Line("var values = global::System.MemoryExtensions.AsSpan(outputs, row * _model.OutputsPerRow, _model.OutputsPerRow);");
        source.Line($"var probabilities = new {Runtime}.ClassProbabilities(_model.Signature.Classes, values);");
        source.Line("return new(probabilities.Best, probabilities);");
    }

    private static void WriteNamedClass(SourceWriter source, PredictorNames names)
    {
        source.Line("var start = row * _model.OutputsPerRow;");
        source.Line("var best = 0;");
        source.Line("for (var i = 1; i < _classes.Length; i++)");
        source.Open();
        source.Line("if (Probability(outputs, start, i) > Probability(outputs, start, best))");
        source.Line("    best = i;");
        source.Close();
        source.Line();
        source.Line($"return new(({names.Class})best, new(");
        for (var i = 0; i < names.Classes.Count; i++)
            source.Line($"    Probability(outputs, start, {i}){(i < names.Classes.Count - 1 ? "," : "));")}");
    }

    // A class that the contract allows and the train rows lack has no output; its probability is 0.
    private static void WriteClassIndices(SourceWriter source, ModelSignature signature)
    {
        source.Line();
        source.Line("private float Probability(float[] outputs, int start, int index) => _classes[index] < 0 ? 0 : outputs[start + _classes[index]];");
        source.Line();
        source.Line("private static int[] ClassIndices(global::System.Collections.Generic.IReadOnlyList<string> known)");
        source.Open();
        source.Line($"string[] names = [{string.Join(", ", signature.Classes.Select(CSharpText.Literal))}];");
        source.Line("var list = global::System.Linq.Enumerable.ToList(known);");
        source.Line("return global::System.Array.ConvertAll(names, list.IndexOf);");
        source.Close();
    }
}
