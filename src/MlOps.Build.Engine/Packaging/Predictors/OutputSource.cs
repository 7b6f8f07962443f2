using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Predictors;

/// <summary>Writes the types that a prediction is made of.</summary>
internal static class OutputSource
{
    public static void Write(SourceWriter source, ModelSignature signature, PredictorNames names)
    {
        switch (signature.Task)
        {
            case LearningTask.Binary:
                WriteBinary(source, signature, names);
                break;
            case LearningTask.Regression:
                WriteRegression(source, signature, names);
                break;
            default:
                WriteMulticlass(source, signature, names);
                break;
        }
    }

    private static void WriteBinary(SourceWriter source, ModelSignature signature, PredictorNames names)
    {
        source.Summary($"The prediction of <c>{CSharpText.Xml(signature.Label)}</c> for one row.");
        source.Doc("param name=\"Probability\"", "Probability of the positive class, 0 to 1.");
        source.Doc(
            $"param name=\"{names.Positive}\"",
            $"True when <c>Probability</c> is at least <see cref=\"{names.Predictor}.Threshold\"/>.");
        source.Line($"public readonly record struct {names.Prediction}(float Probability, bool {names.Positive});");
    }

    private static void WriteRegression(SourceWriter source, ModelSignature signature, PredictorNames names)
    {
        source.Summary($"The prediction of <c>{CSharpText.Xml(signature.Label)}</c> for one row.");
        source.Doc("param name=\"Value\"", "The predicted number, in the units of the training data.");
        if (signature.Interval is not { } interval)
        {
            source.Line($"public readonly record struct {names.Prediction}(float Value);");
            return;
        }

        var share = CSharpText.Number(interval.Coverage);
        source.Doc("param name=\"Lower\"", $"The lower end of an interval that is meant to hold the number for {share} of rows like those of the training.");
        source.Doc("param name=\"Upper\"", "The upper end.");
        source.Line($"public readonly record struct {names.Prediction}(float Value, float Lower, float Upper);");
    }

    private static void WriteMulticlass(SourceWriter source, ModelSignature signature, PredictorNames names)
    {
        var named = names.Classes.Count > 0;
        if (named)
        {
            WriteEnum(source, signature, names);
            source.Line();
            WriteProbabilities(source, signature, names);
            source.Line();
        }

        var classType = named ? names.Class : "string";
        var probabilities = named ? names.Probabilities : "global::MlOps.Build.Inference.ClassProbabilities";
        source.Summary($"The prediction of <c>{CSharpText.Xml(signature.Label)}</c> for one row.");
        source.Doc("param name=\"Class\"", "The class with the highest probability; the first of equals.");
        source.Doc("param name=\"Probabilities\"", "One probability a class, 0 to 1; they sum to 1 up to rounding.");
        source.Line($"public readonly record struct {names.Prediction}({classType} Class, {probabilities} Probabilities);");
    }

    private static void WriteEnum(SourceWriter source, ModelSignature signature, PredictorNames names)
    {
        source.Summary($"The classes of <c>{CSharpText.Xml(signature.Label)}</c>, in the contract's order.");
        source.Line($"public enum {names.Class}");
        source.Open();
        for (var i = 0; i < names.Classes.Count; i++)
        {
            source.Summary($"<c>{CSharpText.Xml(signature.Classes[i])}</c>");
            source.Line($"{names.Classes[i]},");
        }

        source.Close();
    }

    private static void WriteProbabilities(SourceWriter source, ModelSignature signature, PredictorNames names)
    {
        source.Summary("One probability a class; they sum to 1 up to rounding. Immutable.");
        for (var i = 0; i < names.Classes.Count; i++)
            source.Doc($"param name=\"{names.Classes[i]}\"", $"Probability of <c>{CSharpText.Xml(signature.Classes[i])}</c>, 0 to 1.");
        source.Line($"public readonly record struct {names.Probabilities}({string.Join(", ", names.Classes.Select(name => $"float {name}"))})");
        source.Open();
        source.Summary("Probability of a class, 0 to 1.");
        source.Doc("param name=\"className\"", "The class.");
        source.Doc("exception cref=\"global::System.ArgumentOutOfRangeException\"", "The number is no member of the enum.");
        source.Line($"public float this[{names.Class} className] => className switch");
        source.Open();
        foreach (var name in names.Classes)
            source.Line($"{names.Class}.{name} => {name},");
        source.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(className), className, \"It is no class of the contract.\"),");
        source.Close("};");
        source.Close();
    }
}
