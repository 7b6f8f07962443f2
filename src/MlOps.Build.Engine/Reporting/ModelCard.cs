using System.Globalization;
using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Cards;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Rendering;
using MlOps.Build.Engine.Reporting.Sections;

namespace MlOps.Build.Engine.Reporting;

/// <summary>
/// <c>model-card.md</c> with the sections of Mitchell et al. 2019, "Model Cards for Model Reporting". What the build knows is filled
/// in; what people wrote in <c>model-card.md</c> stands as they wrote it, and the rest is marked as not written yet.
/// </summary>
internal static class ModelCard
{
    public static string Render(ModelEvidence model) => Render(model, ReportWords.English);

    public static string Render(ModelEvidence model, ReportWords words)
    {
        var card = new StringBuilder();
        card.Append("# ").Append(words.Say($"Model card: {MarkdownText.Escape(model.Name)}")).Append("\n\n");
        Details(card, model, words);
        Heading(card, CardParts.Use, words);
        People(card, CardParts.Use, model, words);
        Factors(card, model, words);
        Metrics(card, model, words);
        EvaluationData(card, model, words);
        TrainingData(card, model, words);
        Analyses(card, model, words);
        Heading(card, CardParts.Ethics, words);
        People(card, CardParts.Ethics, model, words);
        Caveats(card, model, words);
        return card.ToString().TrimEnd('\n') + "\n";
    }

    private static void Details(StringBuilder card, ModelEvidence model, ReportWords words)
    {
        var training = model.Training.Model;
        Heading(card, CardParts.Details, words);
        Text(card, About.Of(model, words));
        Text(card, words.Sentences(
            words.Say($"Trained by {training.Trainer} with seed {model.Training.Seed.ToString(CultureInfo.InvariantCulture)}; "
                + $"the model is an ONNX file of {training.ModelBytes} bytes that takes the raw columns."),
            TrainingSection.RowsKept(training, words),
            TrainingSection.FromFile(training, words),
            words.Say($"Verdict of its checklist: {Headline.Verdict(model.Gate, words)}.")));
        if (model.License is { } license)
            Text(card, words.Say($"Licence: {license}."));
        People(card, CardParts.Details, model, words);
        if (EnvironmentSection.Of(model, words) is { Blocks.Count: > 0 } environment)
            MarkdownBlocks.Write(card, environment, words, level: 3);
    }

    private static void Factors(StringBuilder card, ModelEvidence model, ReportWords words)
    {
        Heading(card, CardParts.Factors, words);
        var columns = model.Evaluation.Slices.Select(slice => slice.Column).Distinct().ToList();
        Text(card, columns.Count == 0
            ? words.Say("The model was not judged by groups: no slices are declared in training-config.yaml.")
            : words.Say($"The model was judged by the groups of {words.List(columns)}."));
        People(card, CardParts.Factors, model, words);
    }

    private static void Metrics(StringBuilder card, ModelEvidence model, ReportWords words)
    {
        var evaluation = model.Evaluation;
        Heading(card, CardParts.Metrics, words);
        var names = words.List(evaluation.Metrics.Select(metric => words.Metric(metric.Name)));
        Text(card, words.Sentences(
            words.Say($"{names}; the main one is {words.Metric(evaluation.PrimaryMetric)}."),
            evaluation.Threshold is { } value ? words.Say($"The decision threshold is {words.Number(value, 2)}.") : "",
            words.Say($"Intervals are {words.Percent(evaluation.Confidence)} bootstrap intervals from {evaluation.Resamples} resamples.")));
        People(card, CardParts.Metrics, model, words);
    }

    private static void EvaluationData(StringBuilder card, ModelEvidence model, ReportWords words)
    {
        Heading(card, CardParts.EvaluationData, words);
        Text(card, words.Say($"{model.Evaluation.Rows} test rows of the data below (the split is {words.Echo(model.Split.Method)}); "
            + $"nothing about the model was chosen by them."));
        People(card, CardParts.EvaluationData, model, words);
    }

    private static void TrainingData(StringBuilder card, ModelEvidence model, ReportWords words)
    {
        Heading(card, CardParts.TrainingData, words);
        var sections = new[] { DataSection.Of(model, words), SplitSection.Of(model, words), FeatureSection.Of(model, words) };
        foreach (var block in sections.SelectMany(section => section.Blocks).Where(block => block is not Fold))
            MarkdownBlocks.Write(card, block, words);
        if (model.Data.License is { } license)
            Text(card, words.Say($"Licence of the data: {license}."));
        People(card, CardParts.TrainingData, model, words);
    }

    private static void Analyses(StringBuilder card, ModelEvidence model, ReportWords words)
    {
        Heading(card, CardParts.Analyses, words);
        foreach (var block in MetricSection.Of(model, words).Blocks.Concat(SliceSection.Of(model, words).Blocks))
            MarkdownBlocks.Write(card, block, words);
        People(card, CardParts.Analyses, model, words);
    }

    private static void Caveats(StringBuilder card, ModelEvidence model, ReportWords words)
    {
        Heading(card, CardParts.Caveats, words);
        foreach (var item in model.Gate.Items.Where(item => item.Verdict != Contracts.Verdict.Pass).Take(20))
            card.Append(Caveat(item, words));
        if (model.Gate.Verdict != Contracts.Verdict.Pass)
            card.Append('\n');
        if (model.Data.Inferred)
            Text(card, words.Say("The data contract was inferred from the data themselves, so nothing in them could break it."));
        People(card, CardParts.Caveats, model, words);
    }

    private static string Caveat(GateItem item, ReportWords words)
    {
        var seen = ItemWords.Of(item, words);
        var verdict = item.Verdict == Contracts.Verdict.Fail ? words.Say("Failed:") : words.Say("Undecided:");
        return $"- {verdict} {MarkdownText.Escape(item.Text)}: {MarkdownText.Escape(seen.Before + seen.Number + seen.After, 300)}\n";
    }

    private static void Heading(StringBuilder card, string id, ReportWords words) =>
        card.Append("## ").Append(CardParts.Title(id, words)).Append("\n\n");

    private static void Text(StringBuilder card, string text) => card.Append(MarkdownText.Escape(text, 1200)).Append("\n\n");

    // What people wrote, between the marks of their own file, so that a built card may become one again.
    private static void People(StringBuilder card, string id, ModelEvidence model, ReportWords words)
    {
        if (model.Card?.Parts.FirstOrDefault(part => part.Id == id) is { } part)
        {
            card.Append(CardMark.Begin(id)).Append('\n').Append(part.Text).Append(CardMark.End(id)).Append("\n\n");
            if (!CardProse.IsBlank(part.Text))
                return;
        }

        if (!CardParts.OfPeople.Contains(id))
            return;
        var licensed = (id == CardParts.Details ? model.License : model.Data.License) is not null;
        card.Append("<!-- ").Append(words.Say("To be written by people; the build cannot know it.")).Append(" -->\n");
        card.Append(words.Say($"Not written yet: {CardParts.Prompt(id, licensed, words)}.")).Append("\n\n");
    }
}
