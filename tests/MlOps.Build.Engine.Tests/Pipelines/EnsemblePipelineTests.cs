using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines.Champions;

namespace MlOps.Build.Engine.Tests.Pipelines;

/// <summary>Ensembles from the configuration to report and package.</summary>
public sealed class EnsemblePipelineTests : IDisposable
{
    private readonly TinyModel _model = new();

    public void Dispose() => _model.Dispose();

    [Theory]
    [InlineData("voting", 0.5)]
    [InlineData("stacking", null)]
    public void An_ensemble_is_one_model_whose_report_lists_its_members(string method, double? weight)
    {
        Write($"members: [gradient-boosted-trees, logistic-regression], method: {method}", "evaluation: { backtest: { folds: 2 } }");
        _model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        var training = _model.Read(StageNames.Train, StageFiles.TrainingSummary, ContractsJson.Default.TrainingSummary);
        training.Model.Members.Select(member => (member.Trainer, member.Weight))
            .ShouldBe([("gradient-boosted-trees", weight), ("logistic-regression", weight)]);
        File.ReadAllText(_model.File("bin/mlops/report.md")).ShouldContain("It combines gradient-boosted trees");
    }

    [Fact]
    public void A_cascade_of_members_with_settings_is_in_the_report_and_other_limits_train_again()
    {
        Write("members: [{ trainer: random-forest, hyperparameters: { n_estimators: 5, class_weight: balanced } }, logistic-regression], method: cascade");
        _model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        var report = File.ReadLines(_model.File("bin/mlops/report.md")).Single(line => line.Contains("It combines", StringComparison.Ordinal));
        report.ShouldContain("random forest (class\\_weight: balanced, n\\_estimators: 5) (decides from a probability of 0.900, ");
        report.ShouldContain("logistic regression (decides the remaining ");
        Write("members: [{ trainer: random-forest, hyperparameters: { n_estimators: 5 } }, logistic-regression], method: cascade, confidence: 0.8");
        _model.RunTo(StageNames.Train).State.ShouldBe(StageState.Ran);
    }

    [Fact]
    public void A_changed_method_trains_again()
    {
        Write("members: [naive-bayes, logistic-regression], method: voting");
        _model.RunTo(StageNames.Train).Succeeded.ShouldBeTrue();
        Write("members: [naive-bayes, logistic-regression], method: blending");
        _model.RunTo(StageNames.Train).State.ShouldBe(StageState.Ran);
    }

    [Theory]
    [InlineData("members: [naive-bayes]", "MLOPS3019: an ensemble has two members or more, and 'naive-bayes' is alone.")]
    [InlineData("members: [naive-bayes, naive-bayes]", "MLOPS3019: the ensemble has 'naive-bayes' twice")]
    [InlineData("members: [naive-bayes, linear-regression]", "MLOPS3019: 'linear-regression' cannot be a member of the ensemble.")]
    [InlineData("members: [naive-bayes, extra-tres]", "MLOPS3019: 'extra-tres' cannot be a member of the ensemble. Did you mean 'extra-trees'?")]
    [InlineData("members: [naive-bayes, { trainer: extra-trees, hyperparameters: { n_estimator: 5 } }]", "MLOPS3021: 'extra-trees' has no hyperparameter 'n_estimator'. Did you mean 'n_estimators'?")]
    [InlineData("members: [naive-bayes, { trainer: extra-trees, hyperparameters: { n_estimators: 0 } }]", "MLOPS3022: 'n_estimators' is 0; expected a whole number in 1..10000.")]
    [InlineData("members: [naive-bayes, { trainer: extra-trees, hyperparameters: { n_estimators: [5, 6] } }]", "'ensemble.members[1].hyperparameters.n_estimators' is a space, and only")]
    [InlineData("members: [naive-bayes, { hyperparameters: { } }]", "Write '{ trainer: random-forest, hyperparameters: { … } }', or the trainer's name alone.")]
    [InlineData("members: [naive-bayes, extra-trees], confidence: 0.9", "MLOPS3046: 'ensemble.confidence' is the limit of a cascade.")]
    [InlineData("members: [naive-bayes, extra-trees], method: cascade, confidence: 0.5", "MLOPS3046: 'ensemble.confidence' is 0.5, from which a member is always sure")]
    [InlineData("members: [naive-bayes, extra-trees], method: cascade, confidence: [0.9, 0.8]", "MLOPS3046: 'ensemble.confidence' has 2 limits for 2 members")]
    [InlineData("members: [naive-bayes, extra-trees], method: cascade, confidence: 1.5", "expected a number in 0..1.")]
    [InlineData("method: voting", "List two trainers or more, such as")]
    [InlineData("members: [naive-bayes, extra-trees], method: vote", "'ensemble.method' is 'vote'")]
    [InlineData("members: [naive-bayes, extra-trees], folds: 1", "'ensemble.folds' is '1'; expected a whole number in 2..20.")]
    public void What_cannot_be_combined_is_refused_before_anything_is_trained(string ensemble, string expected)
    {
        Write(ensemble);
        _model.RunTo(StageNames.Report).Diagnostics.Select(diagnostic => diagnostic.ToString()).ShouldContain(line => line.Contains(expected));
    }

    [Fact]
    public void Stacking_does_not_take_apart_what_the_split_keeps_together()
    {
        Write("members: [naive-bayes, logistic-regression]", "split: { by: group, column: width }");
        _model.RunTo(StageNames.Report).Diagnostics.Select(diagnostic => diagnostic.ToString())
            .ShouldContain(line => line.Contains("MLOPS3019") && line.Contains("the split keeps apart the rows of one 'width'"));
    }

    private void Write(string ensemble, string more = "") =>
        _model.Write("training-config.yaml", TinyModel.Configuration + $"trainer: ensemble\nensemble: {{ {ensemble} }}\n{more}\n");
}
