using MlOps.Build.Contracts;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Packaging.Signatures;

/// <summary>Holds the trained model against the signature that the predictor was generated from.</summary>
internal static class TrainedSignature
{
    /// <summary>
    /// The promised signature with the classes that the model knows. A promised column that training left out stays: the predictor takes
    /// it and the model ignores it.
    /// </summary>
    /// <returns>Null, with errors, when the model takes or gives what was not promised.</returns>
    public static ModelSignature? Check(ModelSignature promised, OnnxGraph graph, IReadOnlyList<string> classes, DiagnosticBag diagnostics)
    {
        var before = diagnostics.Count;
        foreach (var input in graph.Inputs)
            CheckInput(promised, input, diagnostics);
        foreach (var name in classes.Where(name => promised.Classes.Count > 0 && !promised.Classes.Contains(name)))
            Mismatch(diagnostics, $"the model knows the class '{name}' of '{promised.Label}', which the contract's 'values' do not allow");
        foreach (var output in promised.Outputs().Where(output => graph.Outputs.All(value => value.Name != output)))
            Mismatch(diagnostics, $"the model has no output '{output}'");
        return diagnostics.Count == before ? promised with { Classes = classes } : null;
    }

    private static void CheckInput(ModelSignature promised, OnnxValue actual, DiagnosticBag diagnostics)
    {
        var input = promised.Inputs.FirstOrDefault(candidate => candidate.Name == actual.Name);
        if (input is null)
            Mismatch(diagnostics, $"the model takes the column '{actual.Name}', which is no feature by schema.yaml and training-config.yaml");
        else if (TypeOf(input.Type) != actual.Type)
            Mismatch(diagnostics, $"the model takes '{actual.Name}' as {actual.Type}; a {input.Type} column enters as {TypeOf(input.Type)}");
    }

    private static OnnxType TypeOf(ColumnType type) => type switch
    {
        ColumnType.String => OnnxType.String,
        ColumnType.Date or ColumnType.Timestamp => OnnxType.Int64,
        _ => OnnxType.Double,
    };

    private static void Mismatch(DiagnosticBag diagnostics, string what) =>
        diagnostics.Error(PackageCodes.SignatureMismatch, $"{what}. The predictor was generated from other files; build again.");
}
