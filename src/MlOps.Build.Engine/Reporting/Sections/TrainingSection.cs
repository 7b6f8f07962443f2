using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Plots;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>How the model was learned.</summary>
internal static class TrainingSection
{
    public static ReportSection Of(ModelEvidence model)
    {
        var training = model.Training;
        var blocks = new List<ReportBlock>();
        if (Curve(training.Model) is { } curve)
            blocks.Add(new FigureRow([curve]));
        else
            blocks.Add(new Paragraph(Sentence(training.Model)));
        blocks.AddRange(training.Others.Select(other => new Paragraph($"Beside it: {Sentence(other)}")));
        blocks.Add(new Fold("Hyperparameters and seed", [Parameters(training)]));
        return new ReportSection("training", "Training", 30, blocks);
    }

    private static Figure? Curve(TrainedModelSummary model) => model.Steps.Count < 2 ? null : new Figure
    {
        Id = "training-curve",
        Title = $"{Capital(model.Loss)} by step",
        Sentence = Sentence(model),
        Plot = TrainingPlot.Of(model),
        Legend = ["training rows", "validation rows"],
    };

    private static string Sentence(TrainedModelSummary model)
    {
        var text = $"{Capital(model.DisplayName)}, {NumberText.Count(model.ModelBytes)} bytes of ONNX";
        if (model.Steps.Count < 2)
            return text + "; fitted in one step.";
        var best = model.Steps.FirstOrDefault(step => step.Step == model.BestStep, model.Steps[^1]);
        var end = model.StoppedEarly ? "stopped early after" : "ran all";
        return $"{text}; {end} {NumberText.Count(model.Steps.Count)} steps. The model of step {model.BestStep} was kept: {model.Loss} "
            + $"{NumberText.Of(best.ValidationLoss)} on the validation rows and {NumberText.Of(best.TrainLoss)} on the training rows, "
            + $"from {NumberText.Of(model.Steps[0].ValidationLoss)} and {NumberText.Of(model.Steps[0].TrainLoss)} after the first step.";
    }

    private static ReportTable Parameters(TrainingSummary training) => new([new("setting"), new("value", true)],
    [
        .. training.Model.Hyperparameters.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new[] { pair.Key, pair.Value.ToString("R", CultureInfo.InvariantCulture) }),
        ["seed", training.Seed.ToString(CultureInfo.InvariantCulture)],
    ]);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
