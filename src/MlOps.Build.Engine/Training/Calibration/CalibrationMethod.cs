namespace MlOps.Build.Engine.Training.Calibration;

/// <summary>How probabilities are corrected on rows that the model was not learned from.</summary>
internal enum CalibrationMethod
{
    /// <summary>A logistic function of the log-odds.</summary>
    Platt,

    /// <summary>The nondecreasing function of the probability with the least squared error.</summary>
    Isotonic,
}
