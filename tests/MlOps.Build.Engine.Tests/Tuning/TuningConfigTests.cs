using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Engine.Tests.Tuning;

/// <summary>What spaces and the way of searching may be, and what is said about what they may not.</summary>
public sealed class TuningConfigTests
{
    private const string Whole = """
        task: regression
        label: y
        hyperparameters:
          num_iterations: 200
          eta: { min: 0.01, max: 0.3, scale: log }
          num_leaves: { min: 7, max: 127, points: 3 }
          objective: [regression, huber, quantile]
          alpha: { min: 0.5, max: 5, when: { objective: [huber, quantile] } }
          bagging_freq: { values: [1, 5], when: { objective: huber } }
        tuning:
          method: asha
          trials: 12
          time: 90s
          batch: 2
          metric: mae
          folds: { method: group, column: site, folds: 4, repeats: 3 }
          reduction: 4
          rungs: 3
        """;

    [Fact]
    public void A_whole_configuration_is_read_written_and_read_again()
    {
        var config = Tables.Config(Whole);
        config.Hyperparameters.ShouldBe([new("num_iterations", 200)]);
        JsonSerializer.Serialize(config.Space).ShouldBe(JsonSerializer.Serialize(new SearchDimension[]
        {
            new() { Name = "learning_rate", Minimum = 0.01, Maximum = 0.3, Logarithmic = true },
            new() { Name = "num_leaves", Minimum = 7, Maximum = 127, Integer = true, Points = 3 },
            new() { Name = "objective", Integer = true, Choices = [3, 5, 6] },
            new() { Name = "alpha", Minimum = 0.5, Maximum = 5, When = new("objective", [5, 6]) },
            new() { Name = "bagging_freq", Integer = true, Choices = [1, 5], When = new("objective", [5]) },
        }));
        config.Tuning.ShouldBe(new TuningConfig
        {
            Method = TuningMethod.Asha,
            Trials = 12,
            Seconds = 90,
            Batch = 2,
            Metric = "mae",
            Folds = new TuningFolds { Method = SplitMethod.Group, Column = "site", Count = 4, Repeats = 3 },
            Reduction = 4,
            Rungs = 3,
        });
        Findings(config).ShouldBeEmpty();
        var again = Tables.Config(TrainingConfigFile.Write(config));
        JsonSerializer.Serialize(again.Space).ShouldBe(JsonSerializer.Serialize(config.Space));
        again.Tuning.ShouldBe(config.Tuning);
    }

    [Theory]
    [InlineData("1.5s", 1.5)]
    [InlineData("90s", 90)]
    [InlineData("10m", 600)]
    [InlineData("0.5h", 1800)]
    [InlineData("2h", 7200)]
    public void A_time_has_a_unit(string text, double seconds)
    {
        var config = Tables.Config($"task: binary\nlabel: y\nhyperparameters: {{ num_leaves: [7, 15] }}\ntuning: {{ time: {text} }}");
        config.Tuning!.Seconds.ShouldBe(seconds);
        Tables.Config(TrainingConfigFile.Write(config)).Tuning!.Seconds.ShouldBe(seconds);
    }

    [Theory]
    [InlineData("learning_rate: { min: 0.3, max: 0.1 }", "c.yaml(4,20): error MLOPS3050: 'learning_rate' goes from 0.3 down to 0.1, so there is nothing to try. Exchange 'min' and 'max'.")]
    [InlineData("lambda_l2: { min: 0, max: 1, scale: log }", "c.yaml(4,16): error MLOPS3050: 'lambda_l2' begins at 0, which has no logarithm. Begin above 0, or write 'scale: linear'.")]
    [InlineData("num_leaves: []", "c.yaml(4,3): error MLOPS3050: 'num_leaves' has an empty list, so there is nothing to try. Name a value, or remove 'num_leaves' for its default.")]
    [InlineData("num_leaves: [7, 15, 7]", "c.yaml(4,3): error MLOPS3050: 'num_leaves' lists 7 twice. Keep one of them.")]
    [InlineData("learning_rate: { min: 0.01, max: 3 }", "c.yaml(4,31): error MLOPS3051: the space of 'learning_rate' has 3; expected a number from 1E-06 to 1. Keep within that.")]
    [InlineData("num_leaves: { min: 1, max: 9 }", "c.yaml(4,17): error MLOPS3051: the space of 'num_leaves' has 1; expected a whole number from 2 to 65536. Keep within that.")]
    [InlineData("num_leaves: { min: 7.5, max: 9 }", "c.yaml(4,17): error MLOPS3051: the space of 'num_leaves' has 7.5; expected a whole number from 2 to 65536. Keep within that.")]
    [InlineData("num_leaves: [7, 1]", "c.yaml(4,3): error MLOPS3051: the space of 'num_leaves' has 1; expected a whole number from 2 to 65536. Keep within that.")]
    [InlineData("learing_rate: { min: 0.1, max: 0.3 }", "c.yaml(4,3): error MLOPS3021: 'gradient-boosted-trees' has no hyperparameter 'learing_rate'. Did you mean 'learning_rate'?")]
    [InlineData("objectiv: [regression, huber]", "c.yaml(4,3): error MLOPS3021: 'gradient-boosted-trees' has no hyperparameter 'objectiv'. Did you mean 'objective'?")]
    [InlineData("alpha: { min: 0.5, max: 5, when: { objective: huber } }", "c.yaml(4,30): error MLOPS3052: 'when' of 'alpha' names 'objective', which has no list of values in 'hyperparameters'. Give 'objective' a list of values, or remove 'when'.")]
    [InlineData("alpha: { min: 0.5, max: 5, when: { alpha: 1 } }", "c.yaml(4,30): error MLOPS3052: 'when' of 'alpha' names 'alpha', which has no list of values in 'hyperparameters'. Give 'alpha' a list of values, or remove 'when'.")]
    [InlineData("alpha: { min: 0.5, max: 5, when: { objectiv: huber } }\n  objective: [regression, huber]", "c.yaml(4,30): error MLOPS3052: 'when' of 'alpha' names 'objectiv', which has no list of values in 'hyperparameters'. Did you mean 'objective'?")]
    [InlineData("alpha: { min: 0.5, max: 5, when: { objective: quantile } }\n  objective: [regression, huber]", "c.yaml(4,30): error MLOPS3052: 'when' of 'alpha' asks for 'objective' to be quantile, which is never tried. Tried: regression, huber.")]
    [InlineData("num_leaves: { values: [7, 15], when: { max_bin: 63 } }\n  max_bin: { values: [63, 255], when: { num_leaves: 7 } }", "c.yaml(4,34): error MLOPS3052: 'when' of 'num_leaves' leads back to 'num_leaves', so it never holds. Remove one of the conditions.")]
    public void A_space_that_cannot_be_searched_is_named_at_its_place(string line, string expected) =>
        Findings(Tables.Config($"task: regression\nlabel: y\nhyperparameters:\n  {line}\n"))[0].ShouldBe(expected);

    [Theory]
    [InlineData("learning_rate: { min: 0.3 }", "c.yaml(4,18): error MLOPS0105: 'hyperparameters.learning_rate.max' is missing. A range has two ends, as in '{ min: 0.01, max: 0.3, scale: log }'.")]
    [InlineData("learning_rate: { min: 0.1, max: 0.3, scale: lg }", "c.yaml(4,47): error MLOPS0103: 'hyperparameters.learning_rate.scale' is 'lg'; expected one of linear, log. Did you mean 'log'?")]
    [InlineData("learning_rate: { min: 0.1, max: 0.3, skale: log }", "c.yaml(4,40): error MLOPS0104: unknown key 'skale' in 'hyperparameters.learning_rate'. Did you mean 'scale'?")]
    [InlineData("learning_rate: { min: low, max: 0.3 }", "c.yaml(4,25): error MLOPS0103: 'hyperparameters.learning_rate.min' is 'low'; expected a number.")]
    [InlineData("objective: [regression, hubber]", "c.yaml(4,27): error MLOPS0103: 'hyperparameters.objective[1]' is 'hubber'; expected one of")]
    [InlineData("objective: { min: 0, max: 3 }", "c.yaml(4,14): error MLOPS0105: 'hyperparameters.objective.values' is missing. 'objective' has words: write a list, such as [auto, binary].")]
    [InlineData("alpha: { min: 1, max: 2, when: { objective: huber, max_bin: 63 } }", "c.yaml(4,28): error MLOPS0103: 'when' of 'alpha' names 2 settings; expected one, as in 'when: { objective: huber }'.")]
    public void A_space_that_cannot_be_read_is_named_at_its_place(string line, string expected) =>
        Unread($"task: regression\nlabel: y\nhyperparameters:\n  {line}\n")[0].ShouldStartWith(expected);

    [Theory]
    [InlineData("method: tpa", "c.yaml(4,19): error MLOPS0103: 'tuning.method' is 'tpa'; expected one of grid, random, tpe, asha. Did you mean 'tpe'?")]
    [InlineData("trials: 0", "c.yaml(4,19): error MLOPS0103: 'tuning.trials' is '0'; expected a whole number in 1..10000.")]
    [InlineData("time: 10", "c.yaml(4,11): error MLOPS0103: 'tuning.time' is '10'; expected a number of seconds, minutes or hours up to seven days, such as 90s, 10m or 2h.")]
    [InlineData("time: -3m", "c.yaml(4,11): error MLOPS0103: 'tuning.time' is '-3m'; expected")]
    [InlineData("folds: 1", "c.yaml(4,18): error MLOPS0103: 'tuning.folds' is '1'; expected a whole number in 2..100.")]
    [InlineData("rungs: 3", "c.yaml(4,11): error MLOPS0103: 'reduction' and 'rungs' belong to 'method: asha'.")]
    [InlineData("metric: aucc", "c.yaml(4,11): error MLOPS4106: 'aucc' in 'tuning.metric' is not a metric.")]
    [InlineData("folds: { column: site }", "c.yaml(4,11): error MLOPS0103: 'column' belongs to the methods 'group' and 'time' of 'tuning.folds'.")]
    [InlineData("trails: 3", "c.yaml(4,11): error MLOPS0104: unknown key 'trails' in 'tuning'. Did you mean 'trials'?")]
    public void A_way_of_searching_that_cannot_be_read_is_named_at_its_place(string setting, string expected) =>
        Unread($"task: binary\nlabel: y\nhyperparameters: {{ num_leaves: [7, 15] }}\ntuning: {{ {setting} }}\n")[0].ShouldStartWith(expected);

    [Theory]
    [InlineData("hyperparameters: { num_leaves: 7 }\ntuning: { trials: 3 }", "c.yaml(4,1): error MLOPS3053: 'tuning' has nothing to try: no setting of 'hyperparameters' has a range or a list.")]
    [InlineData("hyperparameters: { l2: [1, 2] }\ntrainer: logistic-regression\ntuning: { method: asha }", "c.yaml(5,11): error MLOPS3054: 'asha' gives settings few rounds first, and 'logistic-regression' has no 'num_iterations'. Use 'tpe' or 'random'.")]
    [InlineData("hyperparameters: { num_iterations: [100, 200] }\ntuning: { method: asha }", "c.yaml(4,11): error MLOPS3054: 'asha' decides 'num_iterations' itself.")]
    [InlineData("hyperparameters: { n_estimators: [100, 200] }\ntrainer: random-forest\ntuning: { method: asha }", "c.yaml(5,11): error MLOPS3054: 'asha' decides 'n_estimators' itself.")]
    [InlineData("hyperparameters: { num_iterations: 20, num_leaves: [7, 15] }\ntuning: { method: asha }", "c.yaml(4,1): error MLOPS3054: 4 rungs with a reduction of 3 divide 20 rounds to less than one.")]
    [InlineData("hyperparameters: { num_leaves: [7, 15] }\ntuning: { folds: { method: k-fold } }\nsplit: { by: time, column: day }", "c.yaml(4,11): error MLOPS3054: the folds of 'tuning' would learn from rows after those that they judge; the split is by time. Write 'method: time'.")]
    [InlineData("hyperparameters: { num_leaves: [7, 15] }\ntuning: { folds: { method: k-fold } }\nsplit: { by: group, column: site }", "c.yaml(4,11): error MLOPS3054: the folds of 'tuning' would have rows of one group on both sides; the split is by group. Write 'method: group'.")]
    [InlineData("hyperparameters: { num_leaves: [7, 15] }\ntuning: { folds: { method: group } }", "c.yaml(4,11): error MLOPS3054: the folds of 'tuning' need the column to go by. Add 'column: …'.")]
    [InlineData("hyperparameters: { learning_rate: { min: 0.1, max: 0.2, points: 1000 }, lambda_l2: { min: 0, max: 2, points: 11 } }\ntuning: { method: grid }", "c.yaml(4,11): error MLOPS3056: the grid has more than 10,000 points.")]
    public void A_way_of_searching_that_does_not_fit_is_refused(string settings, string expected) =>
        Findings(Tables.Config($"task: binary\nlabel: y\n{settings}\n"))[0].ShouldStartWith(expected);

    private static List<string> Findings(TrainingConfig config)
    {
        var diagnostics = new DiagnosticBag();
        ConfigChecker.CheckTrainers(config, TrainerCatalog.All, diagnostics);
        return Tables.Lines(diagnostics);
    }

    private static List<string> Unread(string text)
    {
        var diagnostics = new DiagnosticBag();
        TrainingConfigFile.Parse("c.yaml", text, diagnostics).ShouldBeNull();
        return Tables.Lines(diagnostics);
    }
}
