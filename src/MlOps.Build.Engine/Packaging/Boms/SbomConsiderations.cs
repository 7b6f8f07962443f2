using System.Globalization;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Boms;

/// <summary>
/// What a user of the model has to know, as far as the build knows it: limits and groups. Users, use cases and ethics are for people to
/// write, in <c>model-card.md</c>.
/// </summary>
internal static class SbomConsiderations
{
    // A checklist may have thousands of items; the rest stands in checklist.md.
    private const int MostItems = 50;

    public static JsonObject? Of(PackageEvidence evidence)
    {
        var considerations = new JsonObject();
        var limits = Limits(evidence).ToList();
        if (limits.Count > 0)
            considerations["technicalLimitations"] = SbomJson.Texts(limits);
        if (evidence.Evaluation.Threshold is { } threshold)
        {
            considerations["performanceTradeoffs"] = SbomJson.Texts(
                [string.Create(CultureInfo.InvariantCulture, $"A row counts as positive from a probability of {threshold:R} on.")]);
        }

        var groups = evidence.Evaluation.Slices.Select(slice => slice.Column).Distinct().ToList();
        if (groups.Count > 0)
            considerations["fairnessAssessments"] = new JsonArray([.. groups.Select(column => Assessment(column, evidence.Evaluation))]);
        return considerations.Count > 0 ? considerations : null;
    }

    private static IEnumerable<string> Limits(PackageEvidence evidence)
    {
        if (evidence.Data.Inferred)
            yield return "The data contract was inferred from the data themselves, so nothing in them could break it.";
        // The explanation may hold a time that a check took, which has no place in the evidence.
        foreach (var item in evidence.Gate.Items.Where(item => item.Verdict != Verdict.Pass).Take(MostItems))
            yield return $"The checklist item \"{item.Text}\" is {(item.Verdict == Verdict.Fail ? "failed" : "undecided")}.";
        foreach (var input in evidence.Signature.Inputs)
        {
            if (Range(input) is { } range)
                yield return $"{input.Name} was {range} by the data contract; other values were never seen.";
        }
    }

    private static string? Range(SignatureInput input) => (input.Minimum, input.Maximum) switch
    {
        _ when input.Type is ColumnType.Date or ColumnType.Timestamp => null,
        ({ } minimum, { } maximum) => string.Create(CultureInfo.InvariantCulture, $"{minimum:R} to {maximum:R}"),
        ({ } minimum, null) => string.Create(CultureInfo.InvariantCulture, $"at least {minimum:R}"),
        (null, { } maximum) => string.Create(CultureInfo.InvariantCulture, $"at most {maximum:R}"),
        _ => null,
    };

    private static JsonObject Assessment(string column, EvaluationSummary evaluation)
    {
        var groups = evaluation.Slices.Where(slice => slice.Column == column).Select(slice =>
            string.Create(CultureInfo.InvariantCulture, $"{slice.Value} ({slice.Rows} test rows)"));
        return new JsonObject { ["groupAtRisk"] = $"Groups by {column}, each judged alone: {string.Join(", ", groups)}." };
    }
}
