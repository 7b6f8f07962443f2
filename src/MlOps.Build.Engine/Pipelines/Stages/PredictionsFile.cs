using System.Globalization;
using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Evaluation;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary><c>predictions.csv</c>: each test row with its place in the data, its label and what the model said.</summary>
internal static class PredictionsFile
{
    public static string Write(Table table, int[] rows, EvaluationRequest request)
    {
        var text = new StringBuilder("file,line,label");
        var outputs = request.Classes.Count == 0 ? ["prediction"] : request.Classes;
        foreach (var output in outputs)
            text.Append(',').Append(CsvField.Quote(output));
        if (request.Bounds is not null)
            text.Append(CultureInfo.InvariantCulture, $",{ModelSignature.LowerOutput},{ModelSignature.UpperOutput}");
        text.Append('\n');
        for (var i = 0; i < rows.Length; i++)
        {
            var label = request.Classes.Count == 0 ? Number(request.Labels[i]) : CsvField.Quote(request.Classes[(int)request.Labels[i]]);
            text.Append(CultureInfo.InvariantCulture, $"{CsvField.Quote(table.Origins.File(rows[i]))},{table.Origins.Line(rows[i])},{label}");
            for (var k = 0; k < outputs.Count; k++)
                text.Append(',').Append(Number(request.Scores[(i * outputs.Count) + k]));
            if (request.Bounds is { } bounds)
                text.Append(',').Append(Number(bounds.Lower[i])).Append(',').Append(Number(bounds.Upper[i]));
            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Number(float value) => value.ToString("R", CultureInfo.InvariantCulture);
}
