using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Plots;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Commands;
using MlOps.Build.Engine.Training.Imports;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>How the model was learned.</summary>
internal static class TrainingSection
{
    public static ReportSection Of(ModelEvidence model, ReportWords words)
    {
        var training = model.Training;
        var blocks = new List<ReportBlock>();
        if (Curve(training.Model, words) is { } curve)
            blocks.Add(new FigureRow([curve]));
        else
            blocks.Add(new Paragraph(Sentence(training.Model, words)));
        if (Calibrated(training.Model.Calibration, words) is { Length: > 0 } calibrated)
            blocks.Add(new Paragraph(calibrated));
        if (training.Model.Intervals is { } intervals)
            blocks.Add(new Paragraph(Intervals(intervals, words)));
        if (Combined(training.Model, words) is { Length: > 0 } combined)
            blocks.Add(new Paragraph(combined));
        if (RowsKept(training.Model, words) is { Length: > 0 } kept)
            blocks.Add(new Paragraph(kept));
        if (FromFile(training.Model, words) is { Length: > 0 } unknown)
            blocks.Add(new Paragraph(unknown));
        blocks.AddRange(training.Others.Select(other => new Paragraph(words.Say($"Beside it: {Sentence(other, words)}"))));
        if (CoefficientFold.Of(model, words) is { } coefficients)
            blocks.Add(coefficients);
        if (GainFold.Of(training.Model, words) is { } gains)
            blocks.Add(gains);
        blocks.Add(new Fold(words.Say("Hyperparameters and seed"), [Parameters(training, words)]));
        return new ReportSection("training", words.Say("Training"), 30, blocks);
    }

    /// <summary>That the model carries training rows; nothing for most.</summary>
    public static string RowsKept(TrainedModelSummary model, ReportWords words) => model.TrainingRowsKept == 0 ? "" : words.Say(
        $"The model carries {model.TrainingRowsKept} training rows, features and labels word for word: whoever has the model file can read them.");

    /// <summary>That the build does not know what the model has learned from; nothing for those that it trained.</summary>
    public static string FromFile(TrainedModelSummary model, ReportWords words) => model.Trainer != OnnxTrainer.TrainerName ? "" : words.Say(
        $"The model was not trained by this build, which does not know the rows that it was trained on: if test rows are among them, it looks better than it is.");

    private static string Combined(TrainedModelSummary model, ReportWords words) => model.Members.Count == 0
        ? ""
        : words.Say($"It combines {words.List(model.Members.Select(member => Member(member, words)))}.");

    private static string Member(EnsembleMember member, ReportWords words)
    {
        var name = words.Echo(TrainerCatalog.Find(member.Trainer)?.DisplayName ?? member.Trainer);
        if (member.Hyperparameters is { } settings)
            name += $" ({string.Join(", ", settings.Select(pair => $"{pair.Key}: {HyperparameterResolver.Written(member.Trainer, pair.Key, pair.Value)}"))})";
        if (member is { Confidence: { } limit, Share: { } sure })
            return words.Say($"{name} (decides from a probability of {words.Number(limit)}, {words.Number(100 * sure)} % of the validation rows)");
        if (member.Share is { } rest)
            return words.Say($"{name} (decides the remaining {words.Number(100 * rest)} %)");
        return member.Weight is { } weight ? words.Say($"{name} (weight {words.Number(weight)})") : name;
    }

    private static string Calibrated(CalibrationSummary? calibration, ReportWords words) => calibration switch
    {
        null => "",
        { Slope: { } slope, Intercept: { } intercept } => words.Say(
            $"Probabilities are calibrated by Platt's method on the {calibration.Rows} validation rows: log-odds times {words.Number(slope)} plus {words.Number(intercept)}."),
        _ => words.Say(
            $"Probabilities are calibrated by isotonic regression on the {calibration.Rows} validation rows: a function of {calibration.Points ?? 0} points."),
    };

    private static string Intervals(IntervalSummary intervals, ReportWords words) => words.Say(
        $"Intervals are the prediction less and plus {words.Number(intervals.HalfWidth)}: the error of rank {intervals.Rank} among the {intervals.Rows} validation rows, for a coverage of at least {words.Number(intervals.Coverage)}.");

    private static Figure? Curve(TrainedModelSummary model, ReportWords words) => model.Steps.Count < 2 ? null : new Figure
    {
        Id = "training-curve",
        Title = ReportWords.Capital(words.Say($"{words.Echo(model.Loss)} by step")),
        Sentence = Sentence(model, words),
        Plot = TrainingPlot.Of(model, words),
        Legend = [words.Say("training rows"), words.Say("validation rows")],
    };

    private static string Sentence(TrainedModelSummary model, ReportWords words)
    {
        var name = ReportWords.Capital(words.Echo(model.DisplayName));
        if (model.Steps.Count < 2 && model.Trainer is CommandTrainer.TrainerName or OnnxTrainer.TrainerName)
            return words.Say($"{name}, {model.ModelBytes} bytes of ONNX; made outside of the build.");
        if (model.Steps.Count < 2)
            return words.Say($"{name}, {model.ModelBytes} bytes of ONNX; fitted in one step.");
        var best = model.Steps.FirstOrDefault(step => step.Step == model.BestStep, model.Steps[^1]);
        var end = model.StoppedEarly
            ? words.Say($"{name}, {model.ModelBytes} bytes of ONNX; stopped early after {model.Steps.Count} steps.")
            : words.Say($"{name}, {model.ModelBytes} bytes of ONNX; ran all {model.Steps.Count} steps.");
        return words.Sentences(end, Kept(model, best, words));
    }

    private static string Kept(TrainedModelSummary model, TrainingProgress best, ReportWords words)
    {
        var (loss, first) = (words.Echo(model.Loss), model.Steps[0]);
        var now = words.Say($"{words.Number(best.ValidationLoss)} on the validation rows and {words.Number(best.TrainLoss)} on the training rows");
        return words.Say($"The model of step {model.BestStep} was kept: {loss} {now}, "
            + $"from {words.Number(first.ValidationLoss)} and {words.Number(first.TrainLoss)} after the first step.");
    }

    private static ReportTable Parameters(TrainingSummary training, ReportWords words) => new([new(words.Say("setting")), new(words.Say("value"), true)],
    [
        .. training.Model.Hyperparameters.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new[] { pair.Key, HyperparameterResolver.Written(training.Model.Trainer, pair.Key, pair.Value) }),
        [words.Say("seed"), training.Seed.ToString(CultureInfo.InvariantCulture)],
        .. (training.Model.Metrics ?? new Dictionary<string, double>()).Select(pair => new[] { pair.Key, words.Number(pair.Value) }),
    ]);
}
