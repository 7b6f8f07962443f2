namespace MlOps.Build.Inference;

/// <summary>In what the contributions of an explanation are measured.</summary>
public enum ExplanationScale
{
    /// <summary>The model's output: a probability, or the predicted number.</summary>
    Output,

    /// <summary>
    /// The sum of the model's trees, before the function that makes the output of it: log-odds of two classes, the logarithm of a count or an
    /// amount, or one of the scores behind a softmax.
    /// </summary>
    Score,
}
