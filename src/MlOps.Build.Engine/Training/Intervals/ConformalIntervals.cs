using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Intervals;

/// <summary>
/// Split conformal prediction (Papadopoulos et al., "Inductive Confidence Machines for Regression", 2002; Lei et al., "Distribution-Free
/// Predictive Inference for Regression", 2018): of n absolute errors on rows that the model was not learned from, the
/// ceil((n + 1) coverage)-th smallest is half of the interval's width. A new row that could have been any of them lies within it with at
/// least that probability, whatever the distribution and the model.
/// </summary>
internal static class ConformalIntervals
{
    /// <summary>The model with intervals; null, with an error, when there are too few validation rows.</summary>
    public static (byte[] Model, IntervalSummary Summary)? Add(
        IntervalConfig config, byte[] model, TrainingSet validation, ThreadTeam team, DiagnosticBag diagnostics)
    {
        var rows = validation.Labels.Length;
        var rank = Rank(rows, config.Coverage);
        if (rank > rows)
        {
            diagnostics.Error(
                TrainingCodes.IntervalRows,
                $"intervals that hold {config.Coverage:R} of new rows need at least {FewestRows(config.Coverage)} validation rows, and there are "
                + $"{rows}. Give 'split' a larger 'validation', or ask for a smaller 'coverage'.");
            return null;
        }

        var errors = Errors(new HeadRun(model, team).Outputs(validation.Features), validation.Labels);
        Array.Sort(errors);
        if (errors.Count(error => !double.IsFinite(error)) is > 0 and var lost)
        {
            diagnostics.Error(
                TrainingCodes.Diverged,
                $"the model predicts no finite number for {lost} of {rows} validation rows, so there are no intervals. Impute the features, or repair the trainer.");
            return null;
        }

        var summary = new IntervalSummary
        {
            Method = config.MethodName,
            Coverage = config.Coverage,
            Rows = rows,
            Rank = rank,
            HalfWidth = errors[rank - 1],
        };
        return (IntervalGraph.Append(model, errors[rank - 1]), summary);
    }

    /// <summary>Which of the sorted errors is taken, from 1; more than there are rows when none will do.</summary>
    /// <remarks>In decimals, as the coverage is written: 100 times 0.55 is 55 and not a rounding error more, which would be the 56th.</remarks>
    public static int Rank(int rows, double coverage) => (int)Math.Ceiling((rows + 1) * (decimal)coverage);

    private static int FewestRows(double coverage)
    {
        var rows = 1;
        while (Rank(rows, coverage) > rows)
            rows++;
        return rows;
    }

    private static double[] Errors(float[] predictions, float[] labels)
    {
        var errors = new double[labels.Length];
        for (var row = 0; row < errors.Length; row++)
            errors[row] = Math.Abs((double)labels[row] - predictions[row]);
        return errors;
    }
}
