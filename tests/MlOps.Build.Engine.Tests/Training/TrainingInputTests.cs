using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Boosting;
using MlOps.Build.Engine.Training.Boosting.Objectives;
using MlOps.Build.Engine.Training.Linear;
using MlOps.Build.Engine.Training.Neighbours;

namespace MlOps.Build.Engine.Tests.Training;

public sealed class TrainingInputTests
{
    [Fact]
    public void A_trainer_that_cannot_learn_the_task_names_those_that_can()
    {
        var trainer = new LinearRegressionTrainer();
        Findings(trainer, ExampleSet.Named("wine").Request(trainer, LearningTask.Multiclass)).ShouldBe(
            ["error MLOPS3002: 'linear-regression' cannot learn three or more classes. "
                + "Use 'gradient-boosted-trees' or 'generalized-additive-model' or 'logistic-regression' or 'random-forest' or 'extra-trees' or 'naive-bayes' or 'k-nearest-neighbours' or 'baseline'."]);
    }

    [Fact]
    public void No_training_rows_is_an_error()
    {
        var trainer = new BoostedTreesTrainer();
        var request = ExampleSet.Named("wine").Request(trainer, LearningTask.Multiclass);
        Findings(trainer, request with { Train = ExampleSet.Named("wine").Take([]) })
            .ShouldBe(["error MLOPS3003: the training split has no rows. Give it a larger share in 'split'."]);
    }

    [Fact]
    public void A_constant_label_is_an_error()
    {
        var trainer = new BoostedTreesTrainer();
        var request = ExampleSet.Named("wine").Request(trainer, LearningTask.Multiclass);
        var labels = new float[request.Train.Labels.Length];
        Findings(trainer, request with { Train = request.Train with { Labels = labels } }).Single().ShouldStartWith(
            "error MLOPS3004: all 133 training rows have the label 'class 0'.");
    }

    [Fact]
    public void More_training_rows_than_the_model_may_carry_or_fewer_than_neighbours_are_errors()
    {
        var trainer = new NeighboursTrainer();
        Findings(trainer, ExampleSet.Named("wine").Request(trainer, LearningTask.Multiclass, 0.75, ("max_rows", 100))).ShouldBe(
            ["error MLOPS3011: 'k-nearest-neighbours' carries all 133 training rows in its model; 'max_rows' allows 100. "
                + "Raise it, give the training split a smaller share, or use another trainer."]);
        Findings(trainer, ExampleSet.Named("wine").Request(trainer, LearningTask.Multiclass, 0.75, ("n_neighbors", 200))).ShouldBe(
            ["error MLOPS3012: 'k-nearest-neighbours' asks 200 neighbours ('n_neighbors') of 133 training rows. "
                + "Ask fewer, or give the training split a larger share."]);
    }

    [Fact]
    public void A_missing_feature_is_an_error_for_a_trainer_that_takes_only_numbers()
    {
        var trainer = new LogisticRegressionTrainer();
        var request = ExampleSet.Named("interactions").Request(trainer, LearningTask.Binary);
        Findings(trainer, request)[0].ShouldMatch(
            @"^error MLOPS3005: feature 'f0' is NaN in \d+ of 2250 training rows; 'logistic-regression' takes only finite numbers\. ");
    }

    [Fact]
    public void A_class_without_training_rows_and_missing_validation_rows_are_warnings()
    {
        var trainer = new BoostedTreesTrainer();
        var set = ExampleSet.Named("wine");
        var all = set.All();
        var rows = Enumerable.Range(0, set.Rows).Where(row => all.Labels[row] != 1).ToArray();
        var request = set.Request(trainer, LearningTask.Multiclass) with { Train = set.Take(rows), Validation = set.Take([]) };
        Findings(trainer, request).Select(text => text[..18]).ShouldBe(["warning MLOPS3007:", "warning MLOPS3008:"]);
        trainer.Train(request, null, TestContext.Current.CancellationToken).Steps[^1].TrainLoss.ShouldBeLessThan(0.01);
    }

    [Fact]
    public void A_loss_that_is_no_number_is_an_error()
    {
        var trainer = new BoostedTreesTrainer();
        var diagnostics = new DiagnosticBag();
        var result = new TrainerResult { Model = [], BestStep = 1, Loss = "log loss", Steps = [new TrainingProgress(1, double.NaN, 0)] };
        TrainingInput.CheckLoss(trainer, result, diagnostics).ShouldBeFalse();
        diagnostics.Single().Code.ShouldBe(TrainingCodes.Diverged);
    }

    [Fact]
    public void A_wrong_hyperparameter_says_what_is_allowed()
    {
        var trainer = new BoostedTreesTrainer();
        HyperparameterResolver.Problem(trainer, "learing_rate", 1).ShouldBe(
            "'gradient-boosted-trees' has no hyperparameter 'learing_rate'. Did you mean 'learning_rate'?");
        HyperparameterResolver.Problem(trainer, "learning_rate", 1e9).ShouldBe(
            "'learning_rate' is 1000000000; expected a number from 1E-06 to 1.");
        HyperparameterResolver.Problem(trainer, "num_leaves", 2.5).ShouldBe("'num_leaves' is 2.5; expected a whole number.");
        Should.Throw<ArgumentException>(() => HyperparameterResolver.Resolve(trainer, new Dictionary<string, double> { ["x"] = 1 }));
    }

    [Theory]
    [InlineData("binary", 0.5, "'objective: binary' is no loss of this task. Losses: auto, regression, regression_l1, huber, quantile, poisson, tweedie, lambdarank.")]
    [InlineData("quantile", 1.5, "'alpha' is 1.5, and 'objective: quantile' needs a quantile below 1, such as 0.9.")]
    [InlineData("poisson", 0.5, "a label is -3, and 'objective: poisson' takes none below 0. Use 'objective: regression', or look at the label's definition.")]
    public void A_loss_that_does_not_fit_says_what_would(string objective, double alpha, string expected)
    {
        var trainer = new BoostedTreesTrainer();
        var index = ObjectiveCatalog.Names.ToList().IndexOf(objective);
        var request = ExampleSet.Named("steps_counts").Request(trainer, LearningTask.Regression, 0.75, ("objective", index), ("alpha", alpha));
        request.Train.Labels[7] = -3;
        Findings(trainer, request).ShouldBe([$"error MLOPS3009: 'gradient-boosted-trees': {expected}"]);
    }

    [Theory]
    [InlineData("{ monotone: { carats: increasing } }", "c.yaml(4,28): error MLOPS3010: 'constraints.monotone' names 'carats', which is no feature of the model. Did you mean 'carat'?")]
    [InlineData("{ interactions: [[carat, cut], [colour]] }", "c.yaml(4,45): error MLOPS3010: 'constraints.interactions' names 'colour', which is no feature of the model. Features: carat, cut=Fair, cut=Good.")]
    public void A_constraint_that_cannot_be_kept_is_named_at_its_place(string constraints, string expected)
    {
        var diagnostics = new DiagnosticBag();
        var config = Tables.Config($"task: regression\nlabel: y\ntrainer: gradient-boosted-trees\nconstraints: {constraints}");
        var request = ExampleSet.Named("diabetes").Request(new BoostedTreesTrainer(), LearningTask.Regression);
        new FeatureConstraints(config, ["carat", "cut=Fair", "cut=Good"], diagnostics).AddTo(request);
        diagnostics.Single().ToString().ShouldEndWith(expected);
    }

    [Fact]
    public void A_column_in_a_group_of_interactions_stands_for_its_inputs()
    {
        var config = Tables.Config("task: regression\nlabel: y\nconstraints: { monotone: { carat: decreasing }, interactions: [[carat, cut]] }");
        var request = ExampleSet.Named("diabetes").Request(new BoostedTreesTrainer(), LearningTask.Regression);
        var made = new FeatureConstraints(config, ["carat", "cut=Fair", "cut=Good", "depth"], []).AddTo(request);
        made.Monotone.ShouldBe([-1, 0, 0, 0]);
        made.Interactions.Single().ShouldBe([0, 1, 2]);
    }

    private static IReadOnlyList<string> Findings(ITrainer trainer, TrainingRequest request)
    {
        var diagnostics = new DiagnosticBag();
        var classes = Enumerable.Range(0, request.ClassCount).Select(k => $"class {k}").ToList();
        var passed = TrainingInput.Check(trainer, request, classes, diagnostics);
        passed.ShouldBe(!diagnostics.HasErrors);
        return [.. diagnostics.Select(item => item.ToString())];
    }
}
