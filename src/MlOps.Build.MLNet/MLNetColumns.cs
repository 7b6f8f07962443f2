namespace MlOps.Build.MLNet;

/// <summary>Names of the columns that a chain of estimators gets and gives.</summary>
public static class MLNetColumns
{
    /// <summary>The feature matrix: a vector of float.</summary>
    public const string Features = "Features";

    /// <summary>The label: a boolean for two classes, a key for more, a float for a regression.</summary>
    public const string Label = "Label";

    /// <summary>How much a row counts; there only when the configuration has a <c>weight</c>.</summary>
    public const string Weight = "Weight";

    /// <summary>What a chain gives for more classes (probabilities) and for a regression.</summary>
    public const string Score = "Score";

    /// <summary>What a chain gives for two classes; when it does not, a logistic function of the score is fitted.</summary>
    public const string Probability = "Probability";
}
