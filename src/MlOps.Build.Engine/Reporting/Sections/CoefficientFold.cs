using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>The coefficients of a linear model with their standard errors.</summary>
internal static class CoefficientFold
{
    /// <summary>Null for a model without.</summary>
    public static Fold? Of(ModelEvidence model, ReportWords words) => model.Training.Model.Coefficients is not { } table ? null : new Fold(
        words.Say("Coefficients"),
        [new Paragraph(Sentence(table, model.Training.Model, words)), Table(table, model, words)]);

    private static string Sentence(CoefficientTable table, TrainedModelSummary model, ReportWords words) => words.Sentences(
        words.Say("By features as the model gets them, numbers on one scale unless declared otherwise."),
        table.StandardErrors switch
        {
            StandardErrors.NoneAfterL1 => words.Say("No standard errors: an L1 penalty chooses features, and Wald's formula does not know of a choice."),
            StandardErrors.NoneCollinear => words.Say("No standard errors: a feature is a linear combination of others. Leave one out, or set an L2 penalty."),
            _ => words.Say("Standard errors are Wald's, from the Fisher information."),
        },
        table.StandardErrors == StandardErrors.Given && model.Hyperparameters.GetValueOrDefault("l2") > 0
            ? words.Say("The L2 penalty draws coefficients towards 0, which the errors do not tell.")
            : "");

    private static ReportTable Table(CoefficientTable table, ModelEvidence model, ReportWords words)
    {
        var classes = table.Coefficients.Any(item => item.Output > 0) ? model.Evaluation.Classes : [];
        var errors = table.StandardErrors == StandardErrors.Given;
        return new ReportTable(
            [new(words.Say("feature")), .. Columns(errors, words)],
            [.. table.Coefficients.Select(item => (string[])[Name(item, classes, words), .. Cells(item, errors, words)])]);
    }

    private static TableColumn[] Columns(bool errors, ReportWords words) => errors
        ? [new(words.Say("coefficient"), true), new(words.Say("standard error"), true), new(words.Say("p-value"), true)]
        : [new(words.Say("coefficient"), true)];

    private static string[] Cells(Coefficient item, bool errors, ReportWords words) => errors
        ? [words.Number(item.Value), item.StandardError is { } error ? words.Number(error) : "–", item.PValue is { } p ? words.Number(p) : "–"]
        : [words.Number(item.Value)];

    private static string Name(Coefficient item, IReadOnlyList<string> classes, ReportWords words)
    {
        var name = item.Feature == Coefficient.Intercept ? words.Say("(intercept)") : item.Feature;
        return item.Output < classes.Count ? $"{classes[item.Output]}: {name}" : name;
    }
}
