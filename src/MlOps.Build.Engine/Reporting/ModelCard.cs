using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Gates.Names;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Rendering;
using MlOps.Build.Engine.Reporting.Sections;

namespace MlOps.Build.Engine.Reporting;

/// <summary>
/// <c>model-card.md</c> with the sections of Mitchell et al. 2019, "Model Cards for Model Reporting". What the build knows is filled
/// in; what only people can write is marked as not written yet.
/// </summary>
internal static class ModelCard
{
    public static string Render(ModelEvidence model)
    {
        var card = new StringBuilder();
        card.Append("# Model card: ").Append(MarkdownText.Escape(model.Name)).Append("\n\n");
        Details(card, model);
        ByPeople(card, "Intended use", "who is meant to use the model, for what, and what it must not be used for");
        Factors(card, model);
        Metrics(card, model);
        EvaluationData(card, model);
        TrainingData(card, model);
        Analyses(card, model);
        ByPeople(card, "Ethical considerations",
            "whom wrong predictions can harm, which data about people went in, and what was done about it");
        Caveats(card, model);
        return card.ToString().TrimEnd('\n') + "\n";
    }

    private static void Details(StringBuilder card, ModelEvidence model)
    {
        var training = model.Training.Model;
        Heading(card, "Model details");
        Text(card, $"{About.Of(model)}");
        Text(card, $"Trained by {training.Trainer} with seed {model.Training.Seed}; the model is an ONNX file of "
            + $"{NumberText.Count(training.ModelBytes)} bytes that takes the raw columns. "
            + $"Verdict of its checklist: {Headline.Verdict(model.Gate)}.");
        if (model.License is { } license)
            Text(card, $"Licence: {license}.");
        Missing(card, $"person or team who answers for the model, {(model.License is null ? "licence, " : "")}where to send questions");
    }

    private static void Factors(StringBuilder card, ModelEvidence model)
    {
        Heading(card, "Factors");
        var columns = model.Evaluation.Slices.Select(slice => slice.Column).Distinct().ToList();
        Text(card, columns.Count == 0
            ? "The model was not judged by groups: no slices are declared in training-config.yaml."
            : $"The model was judged by the groups of {string.Join(", ", columns)}.");
        Missing(card, "groups and circumstances that matter for this use, and those that could not be measured");
    }

    private static void Metrics(StringBuilder card, ModelEvidence model)
    {
        var evaluation = model.Evaluation;
        Heading(card, "Metrics");
        var threshold = evaluation.Threshold is { } value ? $" The decision threshold is {NumberText.Of(value, 2)}." : "";
        Text(card, $"{string.Join(", ", evaluation.Metrics.Select(metric => MetricWords.Of(metric.Name)))}; the main one is "
            + $"{MetricWords.Of(evaluation.PrimaryMetric)}.{threshold} Intervals are {NumberText.Percent(evaluation.Confidence)} "
            + $"bootstrap intervals from {NumberText.Count(evaluation.Resamples)} resamples.");
    }

    private static void EvaluationData(StringBuilder card, ModelEvidence model)
    {
        Heading(card, "Evaluation data");
        Text(card, $"{NumberText.Count(model.Evaluation.Rows)} test rows of the data below (the split is {model.Split.Method}); "
            + "nothing about the model was chosen by them.");
    }

    private static void TrainingData(StringBuilder card, ModelEvidence model)
    {
        Heading(card, "Training data");
        foreach (var block in DataSection.Of(model).Blocks.Concat(SplitSection.Of(model).Blocks).Where(block => block is not Fold))
            MarkdownBlocks.Write(card, block);
        foreach (var block in FeatureSection.Of(model).Blocks.Where(block => block is not Fold))
            MarkdownBlocks.Write(card, block);
        if (model.Data.License is { } license)
            Text(card, $"Licence of the data: {license}.");
        Missing(card, $"where the data come from, {(model.Data.License is null ? "under which terms, " : "")}and how they were collected");
    }

    private static void Analyses(StringBuilder card, ModelEvidence model)
    {
        Heading(card, "Quantitative analyses");
        foreach (var block in MetricSection.Of(model).Blocks.Concat(SliceSection.Of(model).Blocks))
            MarkdownBlocks.Write(card, block);
    }

    private static void Caveats(StringBuilder card, ModelEvidence model)
    {
        Heading(card, "Caveats and recommendations");
        foreach (var item in model.Gate.Items.Where(item => item.Verdict != Contracts.Verdict.Pass).Take(20))
            card.Append($"- {item.Verdict}: {MarkdownText.Escape(item.Text)}: {MarkdownText.Escape(item.Explanation, 300)}\n");
        if (model.Gate.Verdict != Contracts.Verdict.Pass)
            card.Append('\n');
        if (model.Data.Inferred)
            Text(card, "The data contract was inferred from the data themselves, so nothing in them could break it.");
        Missing(card, "known weaknesses, when to retrain, and when not to trust a prediction");
    }

    private static void ByPeople(StringBuilder card, string title, string what)
    {
        Heading(card, title);
        Missing(card, what);
    }

    private static void Heading(StringBuilder card, string title) => card.Append("## ").Append(title).Append("\n\n");

    private static void Text(StringBuilder card, string text) => card.Append(MarkdownText.Escape(text, 1200)).Append("\n\n");

    private static void Missing(StringBuilder card, string what) =>
        card.Append("<!-- To be written by people; the build cannot know it. -->\nNot written yet: ").Append(what).Append(".\n\n");
}
