using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Tests.Pipelines;
using MlOps.Build.Engine.Tuning;

namespace MlOps.Build.Engine.Tests.Tuning;

/// <summary>Trials side by side, within a time, and with failures.</summary>
public sealed class TrialSearchTests
{
    [Theory]
    [InlineData("grid")]
    [InlineData("random")]
    [InlineData("tpe")]
    [InlineData("asha")]
    public void One_two_and_three_threads_make_the_same_trials(string kind)
    {
        using var folder = new TemporaryFolder();
        var runs = new[] { 1, 2, 3 }.Select(threads => Searches.Lines(Searches.Run(Method(kind), Uneven, folder.File($"{threads}"), threads))).ToList();
        runs[1].ShouldBe(runs[0]);
        runs[2].ShouldBe(runs[0]);
        runs[0].Count.ShouldBeGreaterThanOrEqualTo(25);
    }

    [Fact]
    public void A_longer_search_begins_with_the_shorter_ones_trials()
    {
        var (shorter, longer) = (Searches.Run(Searches.Parzen(18), Branin), Searches.Run(Searches.Parzen(30), Branin));
        Searches.Lines(longer.Take(18)).ShouldBe(Searches.Lines(shorter));
    }

    [Fact]
    public void No_trial_begins_after_the_time_and_the_first_always_does()
    {
        using var folder = new TemporaryFolder();
        var time = new SteppedTime();
        var (trials, ended) = Timed(folder.File("a"), time, seconds: 10, step: 3);
        trials.Count.ShouldBe(4);
        ended.ShouldBeTrue();
        Timed(folder.File("b"), time, seconds: 1, step: 30).Trials.Count.ShouldBe(1);
        Timed(folder.File("c"), time, seconds: 1000, step: 3).ShouldSatisfyAllConditions(
            run => run.Trials.Count.ShouldBe(20), run => run.Ended.ShouldBeFalse());
    }

    [Fact]
    public void Time_that_a_killed_build_has_used_counts()
    {
        using var folder = new TemporaryFolder();
        var time = new SteppedTime();
        var path = folder.File("a");
        Timed(path, time, seconds: 10, step: 3);
        var lines = File.ReadAllLines(path);
        File.WriteAllLines(path, lines[..3]);
        var (trials, _) = Timed(path, time, seconds: 10, step: 3);
        trials.Count.ShouldBe(4);
        File.ReadAllLines(path).ShouldBe(lines);
    }

    [Fact]
    public void A_cancelled_search_keeps_what_it_had()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        var path = folder.File("a");
        using (var file = TrialFile.Open(path, "key"))
        {
            var search = new TrialSearch(
                Searches.Parzen(20), (trial, _) => trial with { Value = 1 }, file, new SearchClock(null, 0, TimeProvider.System), new ThreadTeam(2, stop.Token));
            Should.Throw<OperationCanceledException>(() => search.Run(trial =>
            {
                if (trial.Number == 6)
                    stop.Cancel();
            }));
        }

        using (var file = TrialFile.Open(path, "key"))
            file.Known.Keys.Order().ShouldBe(Enumerable.Range(1, file.Known.Count));
    }

    private static (IReadOnlyList<TuningTrial> Trials, bool Ended) Timed(string path, SteppedTime time, double seconds, double step)
    {
        using var file = TrialFile.Open(path, "key");
        var search = new TrialSearch(
            new RandomSearch(Searches.Plane, 20, 1),
            (trial, _) =>
            {
                time.Seconds += step;
                return trial with { Value = Searches.Branin(trial.Settings) };
            },
            file,
            new SearchClock(seconds, file.SecondsUsed, time),
            new ThreadTeam(1, TestContext.Current.CancellationToken));
        return (search.Run(null), search.EndedByTime);
    }

    private static ISearchMethod Method(string kind) => kind switch
    {
        "grid" => new GridSearch(Searches.Plane.Grid()),
        "random" => new RandomSearch(Searches.Plane, 30, 42),
        "tpe" => Searches.Parzen(30),
        _ => new HalvingSearch(Searches.Plane, new TuningConfig { Trials = 30 }, 100, Searches.Lower, 42),
    };

    private static double Branin(TuningTrial trial) => Searches.Branin(trial.Settings);

    // Later trials end first, and one in seven fails.
    private static TuningTrial Uneven(TuningTrial trial)
    {
        Thread.SpinWait(200_000 / trial.Number);
        return trial.Number % 7 == 0 ? trial with { Reason = "threw" } : trial with { Value = Branin(trial) };
    }

    private sealed class SteppedTime : TimeProvider
    {
        public double Seconds { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => (long)(Seconds * 1000);
    }
}
