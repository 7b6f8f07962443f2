using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Linear;

/// <summary>Lists a fit's coefficients with their standard errors.</summary>
internal sealed class CoefficientSummary(TrainingRequest request, LinearFit fit, ILinearLoss loss)
{
    // More than anyone reads, and the matrices grow with their square.
    private const int Most = 200;

    /// <summary>Null when there are more than <see cref="Most"/>.</summary>
    public CoefficientTable? Table(ThreadTeam team)
    {
        var columns = request.Train.Features.Columns;
        if ((columns + 1) * loss.Outputs > Most)
            return null;
        var settings = request.Hyperparameters;
        if (settings[LinearHyperparameters.L1Name] > 0)
            return new CoefficientTable { StandardErrors = StandardErrors.NoneAfterL1, Coefficients = Values((_, _) => null, null) };
        var information = new FisherInformation(request.Train, loss, fit.Scale, fit.Model);
        var errors = CoefficientErrors.Of(information, loss.Outputs, settings[LinearHyperparameters.L2Name], team);
        var degrees = request.Train.Labels.Length - (errors?.EffectiveVariables ?? double.PositiveInfinity);
        if (errors is null || degrees <= 0)
            return new CoefficientTable { StandardErrors = StandardErrors.NoneCollinear, Coefficients = Values((_, _) => null, null) };
        var regression = request.Task == LearningTask.Regression;
        var residual = regression ? fit.Steps[^1].TrainLoss * TotalWeight() / degrees : 1;
        double? Error(int output, int column) => Factors(information, output, column) is { } factors
            ? Math.Sqrt(residual * errors.Variance(factors))
            : null;
        return new CoefficientTable { StandardErrors = StandardErrors.Given, Coefficients = Values(Error, regression ? degrees : null) };
    }

    // What the coefficient is of the variables: of its own one, divided by the feature's deviation; the intercept at the origin of all.
    private double[]? Factors(FisherInformation information, int output, int column)
    {
        var factors = new double[information.Size];
        var first = output * information.Width;
        for (var j = 0; j < information.Varying.Length; j++)
        {
            var feature = information.Varying[j];
            if (column < 0)
                factors[first + j] = -fit.Scale.Centers[feature] * fit.Scale.InverseScales[feature];
            else if (column == feature)
                factors[first + j] = fit.Scale.InverseScales[feature];
        }

        if (column < 0)
            factors[first + information.Width - 1] = 1;
        return Array.TrueForAll(factors, factor => factor == 0) ? null : factors;
    }

    private List<Coefficient> Values(Func<int, int, double?> error, double? degrees)
    {
        var names = request.Train.Features.Names;
        var values = new List<Coefficient>();
        for (var output = 0; output < loss.Outputs; output++)
        {
            values.Add(Of(Coefficient.Intercept, output, fit.Model.InterceptAtOrigin(output), error(output, -1), degrees));
            for (var j = 0; j < names.Count; j++)
                values.Add(Of(names[j], output, fit.Model.Coefficients[(output * names.Count) + j], error(output, j), degrees));
        }

        return values;
    }

    private static Coefficient Of(string feature, int output, double value, double? error, double? degrees) => new()
    {
        Feature = feature,
        Output = output,
        Value = value,
        StandardError = error,
        PValue = error is > 0 and var by
            ? degrees is { } df ? StudentT.TwoSided(value / by, df) : NormalDistribution.TwoSided(value / by)
            : null,
    };

    private double TotalWeight() => request.Train.Weights is { } weights ? FixedSum.Sum(weights) : request.Train.Labels.Length;
}
