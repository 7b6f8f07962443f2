using MlOps.Build.Contracts;

namespace MlOps.Build.MLNet;

/// <summary>Settings that several trainers have.</summary>
internal static class Settings
{
    public static Hyperparameter Whole(string name, int value, int minimum, string what, params string[] aliases) => new()
    {
        Name = name,
        Default = value,
        Minimum = minimum,
        Maximum = 100_000,
        Integer = true,
        Description = what,
        Aliases = aliases,
    };

    public static Hyperparameter Number(string name, double value, double minimum, double maximum, string what, params string[] aliases) => new()
    {
        Name = name,
        Default = value,
        Minimum = minimum,
        Maximum = maximum,
        Description = what,
        Aliases = aliases,
    };

    public static int Int(this TrainingRequest request, string name) => (int)request.Hyperparameters[name];

    public static float Float(this TrainingRequest request, string name) => (float)request.Hyperparameters[name];

    /// <summary>A positive seed, which some trainers ask for.</summary>
    public static int SeedOf(TrainingRequest request) => (int)(request.Seed & int.MaxValue);
}
