using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Predictors;

/// <summary>Writes the predictor itself.</summary>
internal static class PredictorClassSource
{
    public const string Runtime = "global::MlOps.Build.Inference";

    public static void Write(SourceWriter source, PredictorOptions options, PredictorNames names)
    {
        var signature = options.Signature;
        source.Summary($"Predicts <c>{CSharpText.Xml(signature.Label)}</c>. Safe for concurrent use; keep one for the life of the process, "
            + "loading is the expensive part.");
        source.Line($"public sealed class {names.Predictor}");
        source.Open();
        WriteFields(source, signature, names);
        WriteConstructors(source, signature, names);
        PredictSource.Write(source, options, names);
        StreamSource.Write(source, options, names);
        ExplainSource.Write(source, options, names);
        source.Summary("Replays rows of the test split: does this machine predict what the build predicted?");
        source.Line($"public {Runtime}.SelfTestResult SelfTest() => _model.SelfTest();");
        source.Line();
        TensorSource.Write(source, signature, names);
        ResultSource.Write(source, signature, names);
        source.Close();
    }

    /// <summary>Whether training chooses the threshold, so that the generated source cannot name it.</summary>
    public static bool IsThresholdLearned(ModelSignature signature) => signature is { Task: LearningTask.Binary, Threshold: null };

    private static void WriteFields(SourceWriter source, ModelSignature signature, PredictorNames names)
    {
        if (signature.Task == LearningTask.Binary)
        {
            source.Summary($"The probability from which <see cref=\"{names.Prediction}.{names.Positive}\"/> is true.");
            source.Line(signature.Threshold is { } threshold
                ? $"public const double Threshold = {CSharpText.Number(threshold)};"
                : "public double Threshold => _threshold;");
            source.Line();
        }

        source.Line($"private readonly {Runtime}.PackagedModel _model;");
        if (IsThresholdLearned(signature))
            source.Line("private readonly double _threshold;");
        if (names.Classes.Count > 0)
            source.Line("private readonly int[] _classes;");
        source.Line();
    }

    private static void WriteConstructors(SourceWriter source, ModelSignature signature, PredictorNames names)
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
        if (IsThresholdLearned(signature))
            source.Line("_threshold = _model.Signature.Threshold ?? 0.5;");
        if (names.Classes.Count > 0)
            source.Line("_classes = ClassIndices(_model.Signature.Classes);");
        source.Close();
        source.Line();
        source.Summary("What the model takes and gives.");
        source.Line("public global::MlOps.Build.Contracts.ModelSignature Signature => _model.Signature;");
        source.Line();
    }
}
