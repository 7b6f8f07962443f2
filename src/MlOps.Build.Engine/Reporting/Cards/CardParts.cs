using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Cards;

/// <summary>
/// The sections of a model card (Mitchell et al. 2019, figure 1, <see href="https://doi.org/10.1145/3287560.3287596"/>) by the ids that marks
/// have in every language.
/// </summary>
internal static class CardParts
{
    public const string Details = "model-details";
    public const string Use = "intended-use";
    public const string Factors = "factors";
    public const string Metrics = "metrics";
    public const string EvaluationData = "evaluation-data";
    public const string TrainingData = "training-data";
    public const string Analyses = "quantitative-analyses";
    public const string Ethics = "ethical-considerations";
    public const string Caveats = "caveats-and-recommendations";

    /// <summary>All, in the card's order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Details, Use, Factors, Metrics, EvaluationData, TrainingData, Analyses, Ethics, Caveats];

    /// <summary>Those with something that only people can know.</summary>
    public static IReadOnlyList<string> OfPeople { get; } = [Details, Use, Factors, TrainingData, Ethics, Caveats];

    public static string Title(string id, ReportWords words) => words.Say(id switch
    {
        Details => "Model details",
        Use => "Intended use",
        Factors => "Factors",
        Metrics => "Metrics",
        EvaluationData => "Evaluation data",
        TrainingData => "Training data",
        Analyses => "Quantitative analyses",
        Ethics => "Ethical considerations",
        _ => "Caveats and recommendations",
    });

    /// <summary>What people have to write there.</summary>
    /// <param name="id">One of <see cref="OfPeople"/>.</param>
    /// <param name="licensed">The licence is known: of the model in its details, of the data in the training data.</param>
    /// <param name="words">The language.</param>
    public static string Prompt(string id, bool licensed, ReportWords words) => words.Say((id, licensed) switch
    {
        (Details, true) => "person or team who answers for the model, where to send questions",
        (Details, false) => "person or team who answers for the model, licence, where to send questions",
        (Use, _) => "who is meant to use the model, for what, and what it must not be used for",
        (Factors, _) => "groups and circumstances that matter for this use, and those that could not be measured",
        (TrainingData, true) => "where the data come from, and how they were collected",
        (TrainingData, false) => "where the data come from, under which terms, and how they were collected",
        (Ethics, _) => "whom wrong predictions can harm, which data about people went in, and what was done about it",
        _ => "known weaknesses, when to retrain, and when not to trust a prediction",
    });
}
