using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tests.Reporting;

/// <summary>A search for hyperparameters with all that a report says of one.</summary>
internal static class SampleTuning
{
    public static TuningSummary Of(string metric) => new()
    {
        Method = "asha",
        Trainer = "gradient-boosted-trees",
        Metric = metric,
        HigherIsBetter = false,
        JudgedOn = "the validation rows",
        Seed = 42,
        Batch = 4,
        SecondsAllowed = 600,
        EndedByTime = true,
        Space =
        [
            new TuningDimension { Name = "learning_rate", Minimum = 0.01, Maximum = 0.3, Logarithmic = true },
            new TuningDimension { Name = "objective", Choices = ["regression", "huber"] },
            new TuningDimension { Name = "alpha", Minimum = 0.5, Maximum = 5, When = "objective is huber" },
        ],
        Trials = [.. Enumerable.Range(1, 16).Select(Trial)],
        Best = 12,
    };

    private static TuningTrial Trial(int number) => new()
    {
        Number = number,
        Settings = number % 2 == 0
            ? new Dictionary<string, double> { ["learning_rate"] = 0.01 * number, ["objective"] = 3 }
            : new Dictionary<string, double> { ["learning_rate"] = 0.01 * number, ["objective"] = 5, ["alpha"] = 0.25 * number },
        Value = number % 5 == 0 ? null : 600 - (number * 4),
        Reason = number % 5 == 0 ? "'gradient-boosted-trees' diverged: the loss is ∞ at step 3." : null,
        Rung = number == 12 ? 1 : 0,
        Budget = number == 12 ? 500 : 166,
        Promoted = number == 12 ? 8 : null,
    };
}
