using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Engine.Tests.Configuration;

/// <summary>What is said about names that the data or the trainers do not have.</summary>
public sealed class ConfigCheckerTests
{
    [Theory]
    [InlineData("features: [Sped]", "c.yaml(3,12): error MLOPS2001: 'features' names the column 'Sped', which the data does not have. Did you mean 'Speed'?")]
    [InlineData("exclude: [Sped]", "c.yaml(3,11): error MLOPS2001: 'exclude' names the column 'Sped', which the data does not have. Did you mean 'Speed'?")]
    [InlineData("evaluation: { slices: [weather] }", "c.yaml(3,24): error MLOPS2001: 'evaluation.slices' names the column 'weather', which the data does not have. Columns: Size, Speed, y.")]
    [InlineData("evaluation: { slices: [{ cross: [Size, Sped] }] }", "c.yaml(3,24): error MLOPS2001: 'evaluation.slices' names the column 'Sped', which the data does not have. Did you mean 'Speed'?")]
    [InlineData("evaluation: { slices: [{ column: Size, buckets: 3 }] }", "c.yaml(3,24): error MLOPS4130: 'Size' has the type String; only numbers have buckets. Write 'slices: [Size]' to judge its values apart.")]
    [InlineData("evaluation: { resampling: { by: group, column: Sise } }", "c.yaml(3,27): error MLOPS2001: 'evaluation.resampling' names the column 'Sise', which the data does not have. Did you mean 'Size'?")]
    [InlineData("evaluation: { resampling: { by: time, column: Size } }", "c.yaml(3,27): error MLOPS4120: 'Size' has the type String; blocks follow dates, timestamps or whole numbers. Name another column in 'evaluation.resampling', or correct its type in schema.yaml.")]
    [InlineData("allow_leakage: [Sped]", "c.yaml(3,17): error MLOPS2001: 'allow_leakage' names the column 'Sped', which the data does not have. Did you mean 'Speed'?")]
    [InlineData("split: { by: group, column: Sise }", "c.yaml(3,29): error MLOPS2001: 'split' names the column 'Sise', which the data does not have. Did you mean 'Size'?")]
    public void A_column_that_the_data_lacks_is_named_at_its_place(string line, string expected)
    {
        var diagnostics = new DiagnosticBag();
        var schema = Tables.Schema(Tables.Csv("Size,Speed,y\nLarge,1,a\nSmall,2,b\n"));
        ConfigChecker.CheckColumns(Tables.Config("task: binary\nlabel: y\n" + line), schema, diagnostics).ShouldBeFalse();
        Tables.Lines(diagnostics).ShouldBe([expected]);
    }

    [Theory]
    [InlineData("trainer: gradient-bosted-trees", "c.yaml(3,1): error MLOPS3001: unknown trainer 'gradient-bosted-trees'. Did you mean 'gradient-boosted-trees'?")]
    [InlineData("compare_with: [linear-regression]", "c.yaml(3,16): error MLOPS3002: the trainer 'linear-regression' cannot learn the task 'binary'.")]
    [InlineData("hyperparameters: { learing_rate: 0.1 }", "c.yaml(3,20): error MLOPS3021: 'gradient-boosted-trees' has no hyperparameter 'learing_rate'. Did you mean 'learning_rate'?")]
    [InlineData("hyperparameters: { learning_rate: -1 }", "c.yaml(3,20): error MLOPS3022: 'learning_rate' is -1; expected a number in ")]
    [InlineData("trainer: naive-bayes\nconstraints: { monotone: { Speed: increasing } }", "c.yaml(4,1): error MLOPS3010: 'naive-bayes' takes no constraints. Use 'gradient-boosted-trees' or 'generalized-additive-model', or remove 'constraints'.")]
    public void A_trainer_or_hyperparameter_that_does_not_exist_is_named_at_its_place(string line, string expected)
    {
        var diagnostics = new DiagnosticBag();
        ConfigChecker.CheckTrainers(Tables.Config("task: binary\nlabel: y\n" + line), TrainerCatalog.All, diagnostics).ShouldBeFalse();
        Tables.Lines(diagnostics).Single().ShouldStartWith(expected);
    }

    [Theory]
    [InlineData("multiclass")]
    [InlineData("regression")]
    public void Only_two_classes_are_calibrated(string task)
    {
        var diagnostics = new DiagnosticBag();
        ConfigChecker.CheckTrainers(Tables.Config($"task: {task}\nlabel: y\ncalibration: platt"), TrainerCatalog.All, diagnostics).ShouldBeFalse();
        Tables.Lines(diagnostics).ShouldBe(
            [$"c.yaml(3,1): error MLOPS3015: 'calibration' corrects the probabilities of two classes, and the task is '{task}'. Remove it."]);
        ConfigChecker.CheckTrainers(Tables.Config("task: binary\nlabel: y\ncalibration: isotonic"), TrainerCatalog.All, []).ShouldBeTrue();
    }

    [Fact]
    public void Only_numbers_have_intervals()
    {
        var diagnostics = new DiagnosticBag();
        ConfigChecker.CheckTrainers(Tables.Config("task: binary\nlabel: y\nintervals: { coverage: 0.8 }"), TrainerCatalog.All, diagnostics).ShouldBeFalse();
        Tables.Lines(diagnostics).ShouldBe(
            ["c.yaml(3,1): error MLOPS3025: 'intervals' gives an interval with each predicted number, and the task is 'binary'. Remove it."]);
        ConfigChecker.CheckTrainers(Tables.Config("task: regression\nlabel: y\nintervals: { method: conformal }"), TrainerCatalog.All, []).ShouldBeTrue();
    }

    [Fact]
    public void Names_of_other_tools_and_words_are_understood()
    {
        var config = Tables.Config(
            "task: regression\nlabel: y\nhyperparameters: { n_estimators: 7, eta: 0.3, min_child_weight: 2, reg_lambda: 4, objective: poisson }");
        config.Hyperparameters.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}").ShouldBe(
            ["lambda_l2=4", "learning_rate=0.3", "min_sum_hessian_in_leaf=2", "num_iterations=7", "objective=7"]);
        HyperparameterResolver.Written(config.Trainer, "objective", 7).ShouldBe("poisson");
    }

    [Theory]
    [InlineData("hyperparameters: { eta: 0.1, learning_rate: 0.2 }", "c.yaml(3,30): error MLOPS0103: 'learning_rate' and 'eta' are one setting, 'learning_rate'. Keep one of them.")]
    [InlineData("hyperparameters: { objective: poison }", "c.yaml(3,31): error MLOPS0103: 'hyperparameters.objective' is 'poison'; expected one of auto, binary, multiclass, regression, regression_l1, huber, quantile, poisson, tweedie, lambdarank. Did you mean 'poisson'?")]
    [InlineData("constraints: { monotone: { Speed: up } }", "c.yaml(3,35): error MLOPS0103: 'constraints.monotone.Speed' is 'up'; expected one of increasing, decreasing.")]
    [InlineData("constraints: { monoton: { Speed: increasing } }", "c.yaml(3,16): error MLOPS0104: unknown key 'monoton' in 'constraints'. Did you mean 'monotone'?")]
    public void A_wrong_word_is_named_at_its_place(string line, string expected)
    {
        var diagnostics = new DiagnosticBag();
        TrainingConfigFile.Parse("c.yaml", "task: regression\nlabel: y\n" + line, diagnostics);
        Tables.Lines(diagnostics).ShouldBe([expected]);
    }

    [Fact]
    public void The_trainers_defaults_are_within_their_own_ranges()
    {
        foreach (var trainer in TrainerCatalog.All)
        {
            var config = Tables.Config("task: binary\nlabel: y\n") with
            {
                Trainer = trainer.Name,
                Task = Enum.GetValues<LearningTask>().First(trainer.Supports),
                Hyperparameters = trainer.Hyperparameters.ToDictionary(setting => setting.Name, setting => setting.Default),
            };
            ConfigChecker.CheckTrainers(config, TrainerCatalog.All, new DiagnosticBag()).ShouldBeTrue(trainer.Name);
        }
    }
}
