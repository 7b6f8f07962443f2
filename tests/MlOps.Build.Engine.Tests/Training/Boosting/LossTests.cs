using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Boosting.Objectives;

namespace MlOps.Build.Engine.Tests.Training.Boosting;

public sealed class LossTests
{
    private const double Step = 1e-5;

    public static TheoryData<string, float> Labels =>
    [
        ("binary", 1), ("binary", 0), ("regression", -2.5f), ("regression_l1", 3), ("huber", 4), ("huber", 0.4f), ("quantile", 2), ("quantile", -9),
        ("poisson", 3), ("poisson", 0), ("tweedie", 2.5f), ("tweedie", 0),
    ];

    // The gradient of the squared error is that of half of it, as LightGBM's; Poisson's second derivative is enlarged.
    [Theory]
    [MemberData(nameof(Labels))]
    public void Derivatives_are_those_of_the_loss(string name, float label)
    {
        var objective = Of(name);
        var factor = name == "regression" ? 2 : 1;
        foreach (var score in new[] { -1.7, -0.25, 0.05, 0.9, 2.2 })
        {
            var (loss, gradient, hessian) = Evaluate(objective, label, score);
            var (above, slopeAbove, _) = Evaluate(objective, label, score + Step);
            var (below, slopeBelow, _) = Evaluate(objective, label, score - Step);
            (factor * gradient).ShouldBe((above - below) / (2 * Step), 1e-6 * Math.Max(1, Math.Abs(loss)));
            var curvature = (slopeAbove - slopeBelow) / (2 * Step);
            if (name is "binary" or "regression" or "tweedie")
                hessian.ShouldBe(curvature, 1e-5 * Math.Max(1, curvature));
            if (name == "poisson")
                hessian.ShouldBe(curvature * Math.Exp(0.7), 1e-5 * Math.Max(1, hessian));
        }
    }

    [Fact]
    public void The_Huber_loss_is_SciPys()
    {
        var (errors, alpha, losses) = BoostingValues.All.Huber;
        var objective = new HuberLoss(alpha);
        for (var i = 0; i < errors.Length; i++)
            Evaluate(objective, 1, 1 + errors[i]).Loss.ShouldBe(losses[i], 1e-12);
    }

    [Fact]
    public void Rows_by_fours_and_rows_alone_give_the_same_derivatives()
    {
        var rows = 103;
        var labels = Enumerable.Range(0, rows).Select(row => (float)(row % 3 == 0 ? 1 : 0)).ToArray();
        var scores = Enumerable.Range(0, rows).Select(row => (row - 50) * 0.37).ToArray();
        var objective = new BinaryLogLoss();
        double[] gradients = new double[rows], hessians = new double[rows], others = new double[rows], curvatures = new double[rows];
        var loss = objective.Evaluate(Set(labels, null), scores, 0, rows, gradients, hessians);
        var weighted = objective.Evaluate(Set(labels, [.. labels.Select(_ => 1f)]), scores, 0, rows, others, curvatures);
        gradients.ShouldBe(others);
        hessians.ShouldBe(curvatures);
        loss.ShouldBe(weighted, 1e-12 * weighted);
    }

    private static IBoostingObjective Of(string name) => ObjectiveCatalog.Find(
        name == "binary" ? LearningTask.Binary : LearningTask.Regression,
        2,
        new Dictionary<string, double>
        {
            ["objective"] = ObjectiveCatalog.Names.ToList().IndexOf(name),
            ["alpha"] = 0.7,
            ["poisson_max_delta_step"] = 0.7,
            ["tweedie_variance_power"] = 1.3,
        }).ShouldNotBeNull();

    private static (double Loss, double Gradient, double Hessian) Evaluate(IBoostingObjective objective, float label, double score)
    {
        var (gradients, hessians) = (new double[1], new double[1]);
        var loss = objective.Evaluate(Set([label], null), [score], 0, 1, gradients, hessians);
        return (loss, gradients[0], hessians[0]);
    }

    private static TrainingSet Set(float[] labels, float[]? weights) =>
        new() { Features = new FeatureMatrix(labels.Length, [], []), Labels = labels, Weights = weights };
}
