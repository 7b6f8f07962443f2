using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Training.Choosing;

namespace MlOps.Build.Engine.Tuning;

/// <summary>Makes the method that a configuration asks for.</summary>
internal static class SearchMethods
{
    public static ISearchMethod Of(TuningInput input, TrialLoss loss)
    {
        var start = input.Trainer is AutoTrainer auto ? auto.Defaults : [];
        var (tuning, space, seed) = (input.Tuning, new SearchSpace(input.Config.Space), input.Config.Seed);
        // A space of fewer points than trials is tried whole, each point once. A time limit might end that among the first values.
        if (tuning.Seconds is null && (tuning.Method is TuningMethod.Random or TuningMethod.Tpe) && space.All(tuning.TrialLimit) is { } points)
            return new GridSearch(points);
        return tuning.Method switch
        {
            TuningMethod.Grid => new GridSearch(space.Grid().Take(tuning.TrialLimit)),
            TuningMethod.Random => new RandomSearch(space, tuning.TrialLimit, seed, start),
            TuningMethod.Tpe => new ParzenSearch(space, tuning, loss, seed, start),
            _ => new HalvingSearch(space, tuning, RoundBudget.Of(RoundBudget.SettingOf(input.Trainer)!, input.Config.Hyperparameters), loss, seed),
        };
    }

    /// <summary>The name in configurations.</summary>
    public static string Name(TuningMethod method) => TuningConfigReader.Methods.First(known => known.Value == method).Key;
}
