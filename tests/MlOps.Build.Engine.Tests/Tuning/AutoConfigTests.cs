using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Choosing;
using MlOps.Build.Engine.Tuning;

namespace MlOps.Build.Engine.Tests.Tuning;

/// <summary>What <c>trainer: auto</c> may be given, and what it makes of that.</summary>
public sealed class AutoConfigTests
{
    private const string Head = "task: binary\nlabel: y\ntrainer: auto\n";

    [Theory]
    [InlineData("binary", "", "gradient-boosted-trees generalized-additive-model logistic-regression random-forest extra-trees naive-bayes")]
    [InlineData("multiclass", "", "gradient-boosted-trees generalized-additive-model logistic-regression random-forest extra-trees naive-bayes")]
    [InlineData("regression", "", "gradient-boosted-trees generalized-additive-model linear-regression random-forest extra-trees")]
    [InlineData("binary", "constraints: { monotone: { x: increasing } }\n", "gradient-boosted-trees generalized-additive-model")]
    [InlineData("binary", "tuning: { trainers: [k-nearest-neighbours, naive-bayes] }\n", "k-nearest-neighbours naive-bayes")]
    public void All_trainers_that_fit_are_tried_unless_some_are_named_and_none_carries_training_rows_unasked(string task, string settings, string expected)
    {
        var config = Tables.Config($"task: {task}\nlabel: y\ntrainer: auto\n{settings}");
        string.Join(' ', config.Tuning!.Trainers).ShouldBe(expected);
        (config.Tuning.Folds!.Count, config.Tuning.Method).ShouldBe((5, TuningMethod.Tpe));
        Findings(config).ShouldBeEmpty();
        var again = Tables.Config(TrainingConfigFile.Write(config));
        again.Tuning!.Trainers.ShouldBe(config.Tuning.Trainers);
        (again.Trainer, again.Tuning.Folds).ShouldBe(("auto", config.Tuning.Folds));
        JsonSerializer.Serialize(again.Space).ShouldBe(JsonSerializer.Serialize(config.Space));
    }

    [Fact]
    public void Every_space_lies_within_what_its_setting_allows()
    {
        foreach (var name in AutoSpaces.Known)
        {
            var trainer = TrainerCatalog.Find(name)!;
            foreach (var dimension in AutoSpaces.Of(trainer))
            {
                var setting = trainer.Hyperparameters.Single(setting => setting.Name == dimension.Name);
                double[] values = dimension.IsChoice ? [.. dimension.Choices] : [dimension.Minimum, dimension.Maximum];
                values.ShouldAllBe(value => HyperparameterResolver.Problem(trainer, setting.Name, value) == null, $"{name} {setting.Name}");
                (dimension.IsChoice || dimension.Integer == setting.Integer).ShouldBeTrue($"{name} {setting.Name}");
                (dimension.Logarithmic && dimension.Minimum <= 0).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void A_search_begins_with_the_defaults_of_each_and_then_varies_the_settings_of_the_one_that_it_chose()
    {
        var auto = new AutoTrainer(["random-forest", "naive-bayes"]);
        var method = new ParzenSearch(new SearchSpace(auto.Space), new TuningConfig { Trials = 30 }, Searches.Lower, 7, auto.Defaults);
        var trials = Searches.Run(method, trial => trial.Settings["trainer"]);
        trials[0].Settings.ShouldBe(auto.Defaults[0]);
        trials[1].Settings.ShouldBe(auto.Defaults[1]);
        foreach (var trial in trials.Skip(2))
        {
            var own = trial.Settings["trainer"] == 0 ? "random-forest." : "naive-bayes.";
            trial.Settings.Keys.ShouldAllBe(name => name == "trainer" || name.StartsWith(own, StringComparison.Ordinal));
        }

        var last = trials[^1];
        var config = Tables.Config(Head) with { Hyperparameters = last.Settings };
        var (trainer, chosen) = auto.Of(config);
        trainer.Name.ShouldBe(chosen.Trainer);
        HyperparameterResolver.Resolve(trainer, chosen.Hyperparameters).Count.ShouldBe(trainer.Hyperparameters.Count);
    }

    [Theory]
    [InlineData("hyperparameters: { l2: 1 }\n", "MLOPS0103", "'hyperparameters' belong to one trainer")]
    [InlineData("tuning: { trainers: [forest] }\n", "MLOPS3057", "'trainer: auto' cannot try 'forest'.")]
    [InlineData("tuning: { trainers: [random-forst] }\n", "MLOPS3057", "Did you mean 'random-forest'?")]
    [InlineData("tuning: { trainers: [baseline, naive-bayes] }\n", "MLOPS3057", "cannot try 'baseline'")]
    [InlineData("tuning: { trainers: [linear-regression] }\n", "MLOPS3057", "'linear-regression' cannot learn the task 'binary'.")]
    [InlineData("tuning: { trainers: [naive-bayes, naive-bayes] }\n", "MLOPS3057", "'naive-bayes' is named twice. Keep one.")]
    [InlineData("tuning: { method: grid }\n", "MLOPS3058", "'method: grid' goes through one trainer's settings")]
    [InlineData("tuning: { method: asha }\n", "MLOPS3058", "'method: asha' goes through one trainer's settings")]
    [InlineData("tuning: { trainers: [random-forest] }\nconstraints: { monotone: { x: increasing } }\n", "MLOPS3010", "takes no constraints")]
    public void What_it_cannot_do_is_refused_at_its_place(string settings, string code, string message)
    {
        var diagnostics = new DiagnosticBag();
        if (TrainingConfigFile.Parse("c.yaml", Head + settings, diagnostics) is { } config)
            ConfigChecker.CheckTrainers(config, TrainerCatalog.Of(config), diagnostics);
        var finding = diagnostics.First();
        (finding.Code, finding.Position.Line).ShouldBe((code, settings.StartsWith("tuning: { trainers: [random-forest] }", StringComparison.Ordinal) ? 5 : 4), finding.ToString());
        finding.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("task: binary\nlabel: y\nhyperparameters: { num_leaves: [7, 15] }\ntuning: { nested: 3 }\n", "MLOPS3059")]
    [InlineData("task: binary\nlabel: y\nhyperparameters: { num_leaves: [7, 15] }\ntuning: { trainers: [naive-bayes] }\n", "MLOPS3058")]
    public void What_belongs_to_other_searches_is_refused(string text, string code)
    {
        var finding = Findings(Tables.Config(text)).ShouldHaveSingleItem();
        (finding.Code, finding.Position.Line).ShouldBe((code, 4));
    }

    private static List<Diagnostic> Findings(TrainingConfig config)
    {
        var diagnostics = new DiagnosticBag();
        ConfigChecker.CheckTrainers(config, TrainerCatalog.Of(config), diagnostics);
        return [.. diagnostics];
    }

}
