namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>Why metrics have no value.</summary>
internal static class MetricReasons
{
    public const string NoRows = "there are no rows";

    public const string NoPositives = "there are no positive rows";

    public const string NoNegatives = "there are no negative rows";

    public const string NothingPredictedPositive = "no row is predicted positive";

    public const string NoPositivesAnywhere = "no row is positive or predicted positive";

    public const string OneRow = "one row is not enough";

    public const string NothingToResample = "no interval: one row cannot be resampled";

    public const string TooFewDefined = "no interval: undefined on more than a tenth of the resamples";
}
