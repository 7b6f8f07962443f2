using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training;

/// <summary>Makes hyperparameters.</summary>
internal static class Setting
{
    public static Hyperparameter Real(string name, double value, double minimum, double maximum, string description) => new()
    {
        Name = name,
        Default = value,
        Minimum = minimum,
        Maximum = maximum,
        Description = description,
    };

    public static Hyperparameter Whole(string name, double value, double minimum, double maximum, string description) =>
        Real(name, value, minimum, maximum, description) with { Integer = true };

    /// <summary>One of several words, the default by its index.</summary>
    public static Hyperparameter Words(string name, int value, IReadOnlyList<string> words, string description) =>
        Whole(name, value, 0, words.Count - 1, description) with { Choices = words };
}
