namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>Why metrics have no value.</summary>
internal static class MetricReasons
{
    public const string NoRows = "there are no rows";

    public const string NoWeight = "the rows weigh nothing";

    public const string NoPositives = "there are no positive rows";

    public const string NoNegatives = "there are no negative rows";

    public const string NothingPredictedPositive = "no row is predicted positive";

    public const string NoPositivesAnywhere = "no row is positive or predicted positive";

    public const string OneRow = "one row is not enough";

    public const string OneClassAgreed = "every row is of one class and predicted so";

    public const string ClassWithoutRows = "a class has no rows";

    public const string Negative = "a label or a prediction is negative";

    public const string NotPositive = "a label or a prediction is not in the deviance's range";

    public const string NoNaiveError = "the error of the naive forecast on the training rows is not known";

    public const string NaiveIsExact = "the naive forecast makes no error on the training rows";

    public const string NoBounds = "the model gives no intervals";

    public const string NoLists = "the rows make no lists";

    public const string NoRelevant = "no list has a relevant row";

    public const string NegativeRelevance = "a label is negative, and a relevance is not";

    public const string RatioOfNothing = "no ratio: the reference is not above 0 on every resample";

    public const string Extreme = "no interval: no resample holds an error larger than those seen";

    public const string Biased = "no interval: noise alone makes it larger, and a resample adds noise";

    public const string NothingToResample = "no interval: one row cannot be resampled";

    public const string OneGroup = "no interval: one group cannot be resampled";

    public const string TooFewDefined = "no interval: undefined on more than a tenth of the resamples";
}
