using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Tuning;

namespace MlOps.Build.Engine.Tests.Tuning;

/// <summary>Searches of functions whose values cost nothing.</summary>
internal static class Searches
{
    /// <summary>The domain of <see cref="Branin"/>.</summary>
    public static SearchSpace Plane { get; } = new(
        [new SearchDimension { Name = "x", Minimum = -5, Maximum = 10 }, new SearchDimension { Name = "y", Minimum = 0, Maximum = 15 }]);

    public static TrialLoss Lower { get; } = new(higherIsBetter: false);

    /// <summary>Branin's function, whose minimum is 0.397887, at three places (Dixon and Szegö, 1978).</summary>
    public static double Branin(IReadOnlyDictionary<string, double> point)
    {
        var (x, y) = (point["x"], point["y"]);
        var bow = y - (5.1 / (4 * Math.PI * Math.PI) * x * x) + (5 / Math.PI * x) - 6;
        return (bow * bow) + (10 * (1 - (1 / (8 * Math.PI))) * Math.Cos(x)) + 10;
    }

    /// <summary>All trials of a method, one after another.</summary>
    public static List<TuningTrial> Run(ISearchMethod method, Func<TuningTrial, double> value)
    {
        var done = new List<TuningTrial>();
        while (method.Next(done) is { Count: > 0 } batch)
            done.AddRange(batch.Select(trial => trial with { Value = value(trial) }));
        return done;
    }

    /// <summary>All trials of a method with a file, as a build makes them.</summary>
    public static IReadOnlyList<TuningTrial> Run(
        ISearchMethod method, Func<TuningTrial, TuningTrial> judge, string path, int threads = 1, Action<TuningTrial>? report = null)
    {
        using var file = TrialFile.Open(path, "key");
        var team = new ThreadTeam(threads, TestContext.Current.CancellationToken);
        return new TrialSearch(method, (trial, _) => judge(trial), file, new SearchClock(null, 0, TimeProvider.System), team).Run(report);
    }

    /// <summary>One line a trial, for comparisons.</summary>
    public static IReadOnlyList<string> Lines(IEnumerable<TuningTrial> trials) =>
        [.. trials.Select(trial => $"{trial.Number} {string.Join(' ', trial.Settings.Select(pair => $"{pair.Key}={pair.Value:R}"))} {trial.Value:R} {trial.Reason} {trial.Budget} {trial.Rung} {trial.Promoted}")];

    public static ISearchMethod Parzen(int trials, long seed = 42, int batch = 4) =>
        new ParzenSearch(Plane, new TuningConfig { Trials = trials, Batch = batch }, Lower, seed);
}
