using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Training;

/// <summary>Fills in defaults and judges declared values.</summary>
internal static class HyperparameterResolver
{
    /// <summary>Every hyperparameter of the trainer, declared values over defaults, in the trainer's order.</summary>
    /// <exception cref="ArgumentException">A declared name or value is not one that <see cref="Problem"/> lets pass.</exception>
    public static IReadOnlyDictionary<string, double> Resolve(ITrainer trainer, IReadOnlyDictionary<string, double> declared)
    {
        foreach (var (name, value) in declared)
        {
            if (Problem(trainer, name, value) is { } problem)
                throw new ArgumentException(problem, nameof(declared));
        }

        return trainer.Hyperparameters.ToDictionary(
            setting => setting.Name, setting => declared.GetValueOrDefault(setting.Name, setting.Default), StringComparer.Ordinal);
    }

    /// <summary>What is wrong with a declared value, in one line with the way out; null when nothing is.</summary>
    public static string? Problem(ITrainer trainer, string name, double value)
    {
        var setting = trainer.Hyperparameters.FirstOrDefault(setting => setting.Name == name);
        if (setting is null)
            return $"'{trainer.Name}' has no hyperparameter '{name}'.{Suggestion(trainer, name)}";
        if (double.IsNaN(value) || value < setting.Minimum || value > setting.Maximum)
            return string.Create(CultureInfo.InvariantCulture, $"'{name}' is {value}; expected {Range(setting)}.");
        return setting.Integer && value != Math.Floor(value)
            ? string.Create(CultureInfo.InvariantCulture, $"'{name}' is {value}; expected a whole number.")
            : null;
    }

    /// <summary>The allowed values in words, such as <c>a whole number from 2 to 255</c>.</summary>
    public static string Range(Hyperparameter setting)
    {
        if (setting.Choices.Count > 0)
            return string.Join(", ", setting.Choices.Select(choice => $"`{choice}`"));
        var kind = setting.Integer ? "a whole number" : "a number";
        return string.Create(CultureInfo.InvariantCulture, $"{kind} from {setting.Minimum} to {setting.Maximum}");
    }

    /// <summary>The setting that a name or one of its other names means; null when the trainer has none.</summary>
    public static Hyperparameter? Find(ITrainer? trainer, string name) =>
        trainer?.Hyperparameters.FirstOrDefault(setting => setting.Name == name || setting.Aliases.Contains(name));

    /// <summary>A value as it is written in a configuration: a word where the setting has words.</summary>
    public static string Written(string trainer, string name, double value) => Written(Find(TrainerCatalog.Find(trainer), name), value);

    /// <summary>A value as it is written in a configuration: a word where the setting has words.</summary>
    public static string Written(Hyperparameter? setting, double value) =>
        setting is not null && value >= 0 && value < setting.Choices.Count && value == Math.Floor(value)
            ? setting.Choices[(int)value]
            : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Suggestion(ITrainer trainer, string name)
    {
        var names = trainer.Hyperparameters.Select(setting => setting.Name).ToList();
        if (names.Count == 0)
            return " It has none: remove it.";
        var suggestion = DidYouMean.Sentence(name, names);
        return suggestion.Length > 0 ? suggestion : $" It has {string.Join(", ", names)}.";
    }
}
