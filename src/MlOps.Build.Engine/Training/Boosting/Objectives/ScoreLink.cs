namespace MlOps.Build.Engine.Training.Boosting.Objectives;

/// <summary>From a score to what the model predicts.</summary>
internal enum ScoreLink
{
    /// <summary>The score itself.</summary>
    Identity,

    /// <summary>e to the power of the score.</summary>
    Exponential,

    /// <summary>The probability of the second class, 1 / (1 + e^-score).</summary>
    Logistic,

    /// <summary>One probability a score; they add up to 1.</summary>
    Softmax,
}
