using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Tuning;

namespace MlOps.Build.Engine.Tests.Tuning;

/// <summary>Algorithm 2 of Li et al. (2020), followed by hand.</summary>
public sealed class HalvingSearchTests
{
    // r = 1, R = 9, η = 3, as in the paper's example; the losses of the settings c1 to c9 are the same on every rung.
    private static readonly double[] Losses = [5, 3, 4, 1, 6, 2, 9, 8, 7];

    // One worker. Of three settings one is promoted (c2); c4 is then the best of four; with c6 two of six may go on, and c6 has not;
    // three on rung 1 promote their best, c4, to rung 2. The last three settings change no third.
    [Fact]
    public void One_worker_promotes_as_soon_as_a_third_is_known()
    {
        var trials = Run(batch: 1);
        Jobs(trials).ShouldBe(["c1:1", "c2:1", "c3:1", "c2:3", "c4:1", "c4:3", "c5:1", "c6:1", "c6:3", "c4:9", "c7:1", "c8:1", "c9:1"]);
        trials.Select(trial => trial.Promoted).ShouldBe([null, null, null, 2, null, 5, null, null, 8, 6, null, null, null]);
        Searches.Lower.Best(trials)!.Number.ShouldBe(10);
    }

    // Three workers, who end together: a job knows what the jobs before its batch gave.
    [Fact]
    public void Three_workers_know_what_ended_before_they_began() =>
        Jobs(Run(batch: 3)).ShouldBe(
            ["c1:1", "c2:1", "c3:1", "c2:3", "c4:1", "c5:1", "c4:3", "c6:1", "c7:1", "c6:3", "c8:1", "c9:1", "c4:9"]);

    [Fact]
    public void A_failed_setting_counts_in_its_rung_and_is_never_promoted()
    {
        var method = Method(batch: 1, trials: 3);
        var done = new List<TuningTrial>();
        while (method.Next(done) is [var job])
            done.Add(job with { Reason = "diverged" });
        done.Count.ShouldBe(3);
        Searches.Lower.Best(done).ShouldBeNull();
    }

    [Fact]
    public void The_highest_rung_is_a_full_training_and_each_below_a_part_of_it()
    {
        var tuning = new TuningConfig { Method = TuningMethod.Asha, Trials = 200, Batch = 7 };
        var method = new HalvingSearch(Searches.Plane, tuning, 500, Searches.Lower, 1);
        var trials = Searches.Run(method, trial => Searches.Branin(trial.Settings));
        trials.Select(trial => (trial.Rung!.Value, trial.Budget!.Value)).Distinct().Order().ShouldBe([(0, 18), (1, 54), (2, 162), (3, 500)]);
        trials.Count(trial => trial.Rung == 0).ShouldBe(200);
        // At the end a third of each rung has gone on, and by the best values that rung ever had.
        for (var rung = 0; rung < 3; rung++)
        {
            var (own, above) = (trials.Where(trial => trial.Rung == rung).ToList(), trials.Where(trial => trial.Rung == rung + 1).ToList());
            above.Count.ShouldBeGreaterThanOrEqualTo(own.Count / 3);
            Searches.Lower.Order(own).Take(own.Count / 3).Select(trial => trial.Number).Except(above.Select(trial => trial.Promoted!.Value)).ShouldBeEmpty();
        }
    }

    private static List<TuningTrial> Run(int batch)
    {
        var names = new Dictionary<double, int>();
        return Searches.Run(Method(batch, 9), trial => Losses[NameOf(trial, names) - 1]);
    }

    private static HalvingSearch Method(int batch, int trials) => new(
        Searches.Plane, new TuningConfig { Method = TuningMethod.Asha, Trials = trials, Batch = batch, Rungs = 3 }, 9, Searches.Lower, 3);

    private static IEnumerable<string> Jobs(List<TuningTrial> trials)
    {
        var names = new Dictionary<double, int>();
        return [.. trials.Select(trial => $"c{NameOf(trial, names)}:{trial.Budget}")];
    }

    // Settings are named in the order in which they are drawn.
    private static int NameOf(TuningTrial trial, Dictionary<double, int> names)
    {
        names.TryAdd(trial.Settings["x"], names.Count + 1);
        return names[trial.Settings["x"]];
    }
}
