using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Predictors;

/// <summary>Writes the way from rows to the columns that the model takes.</summary>
internal static class TensorSource
{
    private const string Runtime = PredictorClassSource.Runtime;

    public static void Write(SourceWriter source, ModelSignature signature, PredictorNames names)
    {
        source.Line($"private static {Runtime}.ModelInputs Columns(global::System.ReadOnlySpan<{names.Input}> rows)");
        source.Open();
        source.Line($"var inputs = new {Runtime}.ModelInputs(rows.Length);");
        source.Line("Fill(inputs, rows);");
        source.Line("return inputs;");
        source.Close();
        source.Line();
        source.Line($"private static void Fill({Runtime}.ModelInputs inputs, global::System.ReadOnlySpan<{names.Input}> rows)");
        source.Open();
        for (var i = 0; i < names.Inputs.Count; i++)
            source.Line($"var column{i} = inputs.{Columns(signature.Inputs[i].Type)}({CSharpText.Literal(signature.Inputs[i].Name)});");
        source.Line("for (var i = 0; i < rows.Length; i++)");
        source.Open();
        source.Line("var row = rows[i] ?? throw new global::System.ArgumentException(\"A row is null.\", nameof(rows));");
        for (var i = 0; i < names.Inputs.Count; i++)
            source.Line($"column{i}[i] = {Runtime}.RawValue.Of({Value(names, i)});");
        source.Close();
        source.Close();
        source.Line();
    }

    private static string Value(PredictorNames names, int input) => names.Enums[input] is { } name
        ? $"{names.Qualified(PredictorNames.TextsOf(name))}.ToText(row.{names.Inputs[input]})"
        : $"row.{names.Inputs[input]}";

    private static string Columns(ColumnType type) => type switch
    {
        ColumnType.Date or ColumnType.Timestamp => "Times",
        ColumnType.String => "Texts",
        _ => "Numbers",
    };
}
