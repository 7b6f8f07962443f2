using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Choosing;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Checks the trainers and hyperparameters of a configuration against a catalog of trainers.</summary>
internal sealed class TrainerChecker(TrainingConfig config, IReadOnlyList<ITrainer> trainers, DiagnosticBag diagnostics)
{
    public void Check(string name, string setting)
    {
        var position = config.PositionOf(setting);
        if (Find(name) is not { } trainer)
        {
            var names = trainers.Select(known => known.Name).Union(TrainerCatalog.Configured).Where(known => known != name).ToList();
            var hint = DidYouMean.Sentence(name, names);
            var way = hint.Length > 0 ? hint : $" Known: {string.Join(", ", names)}.";
            diagnostics.Error(TrainingCodes.UnknownTrainer, $"unknown trainer '{name}'.{way}", position);
        }
        else if (!trainer.Supports(config.Task))
        {
            var able = trainers.Where(known => known.Supports(config.Task)).Select(known => known.Name);
            var task = TrainingConfigReader.Tasks.First(known => known.Value == config.Task).Key;
            diagnostics.Error(
                TrainingCodes.TaskNotSupported,
                $"the trainer '{name}' cannot learn the task '{task}'. Trainers that can: {string.Join(", ", able)}.",
                position);
        }
    }

    public void CheckHyperparameters()
    {
        // What a search over trainers goes through is the kit's own.
        if (Find(config.Trainer) is not { } trainer || trainer is AutoTrainer)
            return;
        CheckValues(trainer, config.Hyperparameters, "hyperparameters");
        var space = new SearchSpaceChecker(config, diagnostics);
        foreach (var dimension in config.Space)
        {
            if (trainer.Hyperparameters.FirstOrDefault(known => known.Name == dimension.Name) is { } hyperparameter)
                space.Check(dimension, hyperparameter);
            else
                Unknown(trainer, dimension.Name, config.PositionOf($"hyperparameters.{dimension.Name}"));
        }
    }

    /// <param name="trainer">Whose settings they are.</param>
    /// <param name="values">As declared.</param>
    /// <param name="path">Where they stand.</param>
    public void CheckValues(ITrainer trainer, IReadOnlyDictionary<string, double> values, string path)
    {
        foreach (var (name, value) in values)
        {
            var position = config.PositionOf($"{path}.{name}");
            if (trainer.Hyperparameters.FirstOrDefault(known => known.Name == name) is { } hyperparameter)
                CheckRange(hyperparameter, value, position);
            else
                Unknown(trainer, name, position);
        }
    }

    public void CheckConstraints()
    {
        if (config.Constraints.AreNone || Find(config.Trainer) is not { TakesConstraints: false } trainer)
            return;
        var able = trainers.Where(known => known.TakesConstraints).Select(known => $"'{known.Name}'");
        diagnostics.Error(
            TrainingCodes.Constraint,
            $"'{trainer.Name}' takes no constraints. Use {string.Join(" or ", able)}, or remove 'constraints'.",
            config.PositionOf("constraints"));
    }

    private void CheckRange(Hyperparameter hyperparameter, double value, SourcePosition position)
    {
        var fits = value >= hyperparameter.Minimum && value <= hyperparameter.Maximum;
        if (fits && (!hyperparameter.Integer || value == Math.Floor(value)))
            return;
        var kind = hyperparameter.Integer ? "a whole number" : "a number";
        diagnostics.Error(
            TrainingCodes.HyperparameterRange,
            string.Create(
                CultureInfo.InvariantCulture,
                $"'{hyperparameter.Name}' is {value}; expected {kind} in {hyperparameter.Minimum}..{hyperparameter.Maximum}. "
                + $"The default is {hyperparameter.Default}."),
            position);
    }

    private void Unknown(ITrainer trainer, string name, SourcePosition position)
    {
        var names = trainer.Hyperparameters.Select(known => known.Name).ToList();
        var hint = DidYouMean.Sentence(name, names);
        var all = names.Count == 0 ? "It has none." : $"Its hyperparameters: {string.Join(", ", names)}.";
        diagnostics.Error(
            TrainingCodes.UnknownHyperparameter,
            $"'{trainer.Name}' has no hyperparameter '{name}'.{(hint.Length > 0 ? hint : " " + all)}",
            position);
    }

    private ITrainer? Find(string name) => trainers.FirstOrDefault(trainer => trainer.Name == name);
}
