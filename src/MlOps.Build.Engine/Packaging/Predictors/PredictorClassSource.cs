using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Predictors;

/// <summary>Writes the predictor itself.</summary>
internal static class PredictorClassSource
{
    private const string Runtime = "global::MlOps.Build.Inference";

    public static void Write(SourceWriter source, ModelSignature signature, PredictorNames names)
    {
        source.Summary($"Predicts <c>{CSharpText.Xml(signature.Label)}</c>. Safe for concurrent use; keep one for the life of the process, "
            + "loading is the expensive part.");
        source.Line($"public sealed class {names.Predictor}");
        source.Open();
        WriteFields(source, signature, names);
        WriteConstructors(source, names);
        WritePredict(source, names);
        WriteTensors(source, signature, names);
        WriteResult(source, signature, names);
        source.Close();
    }

    private static void WriteFields(SourceWriter source, ModelSignature signature, PredictorNames names)
    {
        if (signature.Task == LearningTask.Binary)
        {
            source.Summary($"The probability from which <see cref=\"{names.Prediction}.{names.Positive}\"/> is true.");
            source.Line($"public const double Threshold = {CSharpText.Number(signature.Threshold ?? 0.5)};");
            source.Line();
        }

        source.Line($"private readonly {Runtime}.PackagedModel _model;");
        if (names.Classes.Count > 0)
            source.Line("private readonly int[] _classes;");
        source.Line();
    }

    private static void WriteConstructors(SourceWriter source, PredictorNames names)
    {
        source.Summary("Loads the packaged model into the managed interpreter.");
        source.Doc($"exception cref=\"{Runtime}.InferenceException\"", "The model does not match its manifest.");
        source.Line($"public {names.Predictor}()");
        source.Line("    : this(null)");
        source.Open();
        source.Close();
        source.Line();
        source.Summary("Loads the packaged model into another back end.");
        source.Doc("param name=\"backEnd\"", "Opens the ONNX graph; null is the managed interpreter.");
        source.Doc($"exception cref=\"{Runtime}.InferenceException\"", "The model does not match its manifest.");
        source.Line($"public {names.Predictor}({Runtime}.ModelSessionFactory? backEnd)");
        source.Open();
        source.Line($"_model = {Runtime}.PackagedModel.Load(typeof({names.Predictor}).Assembly, backEnd);");
        if (names.Classes.Count > 0)
            source.Line("_classes = ClassIndices(_model.Signature.Classes);");
        source.Close();
        source.Line();
        source.Summary("What the model takes and gives.");
        source.Line("public global::MlOps.Build.Contracts.ModelSignature Signature => _model.Signature;");
        source.Line();
    }

    private static void WritePredict(SourceWriter source, PredictorNames names)
    {
        source.Summary("Predicts one row.");
        source.Line($"public {names.Prediction} Predict({names.Input} input)");
        source.Open();
        source.Line("global::System.ArgumentNullException.ThrowIfNull(input);");
        source.Line("return Prediction(_model.Run(Columns([input])), 0);");
        source.Close();
        source.Line();
        source.Summary("Predicts rows, in batches that bound the memory needed; one prediction a row, in order.");
        source.Line($"public global::System.Collections.Generic.IReadOnlyList<{names.Prediction}> Predict("
            + $"global::System.Collections.Generic.IEnumerable<{names.Input}> inputs)");
        source.Open();
        source.Line("global::System.ArgumentNullException.ThrowIfNull(inputs);");
        source.Line($"var predictions = new global::System.Collections.Generic.List<{names.Prediction}>();");
        source.Line($"foreach (var batch in global::System.Linq.Enumerable.Chunk(inputs, {Runtime}.PackagedModel.BatchSize))");
        source.Open();
        source.Line("var outputs = _model.Run(Columns(batch));");
        source.Line("for (var row = 0; row < batch.Length; row++)");
        source.Line("    predictions.Add(Prediction(outputs, row));");
        source.Close();
        source.Line();
        source.Line("return predictions;");
        source.Close();
        source.Line();
        source.Summary("Replays rows of the test split: does this machine predict what the build predicted?");
        source.Line($"public {Runtime}.SelfTestResult SelfTest() => _model.SelfTest();");
        source.Line();
    }

    private static void WriteTensors(SourceWriter source, ModelSignature signature, PredictorNames names)
    {
        source.Line($"private static {Runtime}.ModelInputs Columns(global::System.ReadOnlySpan<{names.Input}> rows)");
        source.Open();
        source.Line($"var inputs = new {Runtime}.ModelInputs(rows.Length);");
        for (var i = 0; i < names.Inputs.Count; i++)
            source.Line($"var column{i} = inputs.{Columns(signature.Inputs[i].Type)}({CSharpText.Literal(signature.Inputs[i].Name)});");
        source.Line("for (var i = 0; i < rows.Length; i++)");
        source.Open();
        source.Line("var row = rows[i] ?? throw new global::System.ArgumentException(\"A row is null.\", nameof(rows));");
        for (var i = 0; i < names.Inputs.Count; i++)
            source.Line($"column{i}[i] = {Runtime}.RawValue.Of(row.{names.Inputs[i]});");
        source.Close();
        source.Line();
        source.Line("return inputs;");
        source.Close();
        source.Line();
    }

    private static string Columns(ColumnType type) => type switch
    {
        ColumnType.Date or ColumnType.Timestamp => "Times",
        ColumnType.String => "Texts",
        _ => "Numbers",
    };

    private static void WriteResult(SourceWriter source, ModelSignature signature, PredictorNames names)
    {
        var multiclass = signature.Task == LearningTask.Multiclass;
        source.Line($"private {(multiclass ? "" : "static ")}{names.Prediction} Prediction(float[] outputs, int row)");
        source.Open();
        if (signature.Task == LearningTask.Regression)
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

    private static void WriteTextClass(SourceWriter source)
    {
        source.Line("var values = global::System.MemoryExtensions.AsSpan(outputs, row * _model.OutputsPerRow, _model.OutputsPerRow);");
        source.Line($"var probabilities = new {Runtime}.ClassProbabilities(_model.Signature.Classes, values);");
        source.Line("return new(probabilities.Best, probabilities);");
    }

    private static void WriteNamedClass(SourceWriter source, PredictorNames names)
    {
        source.Line("var values = new float[_classes.Length];");
        source.Line("for (var i = 0; i < values.Length; i++)");
        source.Line("    values[i] = _classes[i] < 0 ? 0 : outputs[row * _model.OutputsPerRow + _classes[i]];");
        source.Line($"return new(({names.Class}){Runtime}.ClassProbabilities.BestIndex(values), new(values));");
    }

    // A class that the contract allows and the train rows lack has no output; its probability is 0.
    private static void WriteClassIndices(SourceWriter source, ModelSignature signature)
    {
        source.Line();
        source.Line("private static int[] ClassIndices(global::System.Collections.Generic.IReadOnlyList<string> known)");
        source.Open();
        source.Line($"string[] names = [{string.Join(", ", signature.Classes.Select(CSharpText.Literal))}];");
        source.Line("var list = global::System.Linq.Enumerable.ToList(known);");
        source.Line("return global::System.Array.ConvertAll(names, list.IndexOf);");
        source.Close();
    }
}
