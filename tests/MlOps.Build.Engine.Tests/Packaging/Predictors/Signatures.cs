using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Predictors;

namespace MlOps.Build.Engine.Tests.Packaging.Predictors;

internal static class Signatures
{
    public static SignatureInput Input(string name, ColumnType type = ColumnType.Float64, bool nullable = true) =>
        new() { Name = name, Type = type, Nullable = nullable };

    public static PredictorOptions Options(LearningTask task, params SignatureInput[] inputs) => new()
    {
        Signature = new ModelSignature
        {
            Task = task,
            Label = "Damaged",
            Inputs = inputs,
            Threshold = task == LearningTask.Binary ? 0.25 : null,
        },
        Namespace = "Generated",
        Name = "Strikes",
        LabelIsStatement = true,
    };

    public static PredictorOptions WithClasses(this PredictorOptions options, params string[] classes) =>
        options with { Signature = options.Signature with { Classes = classes } };
}
