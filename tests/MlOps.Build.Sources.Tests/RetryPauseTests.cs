using MlOps.Build.Engine.Data.Versions.Remotes;
using MlOps.Build.Sources.Resilience;

namespace MlOps.Build.Sources.Tests;

/// <summary>How long is waited between tries, by a clock that tells every pause and waits for none.</summary>
public sealed class RetryPauseTests
{
    private const int Runs = 501;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_middle_pause_is_half_a_second_twice_and_then_doubles()
    {
        var runs = await ManyAsync(new RetrySettings());

        for (var attempt = 0; attempt < 5; attempt++)
        {
            var middle = runs.Select(pauses => pauses[attempt].TotalSeconds).Order().ElementAt(runs.Count / 2);
            // The formula that Polly takes, (f(i + u) - f(i - 1 + u')) / 1.4 of f(t) = 2^t tanh(2 sqrt(t)), has its medians at 0.90, 1.1, 2.0, 4.0, 8.1.
            var expected = 0.5 * new[] { 0.90, 1.1, 2.0, 4.0, 8.1 }[attempt];
            middle.ShouldBeInRange(0.7 * expected, 1.4 * expected, $"attempt {attempt + 1}");
        }
    }

    [Fact]
    public async Task Builds_that_began_in_step_do_not_ask_in_step()
    {
        var runs = await ManyAsync(new RetrySettings());

        for (var attempt = 0; attempt < 5; attempt++)
        {
            runs.Select(pauses => pauses[attempt].Ticks).Distinct().Count().ShouldBeGreaterThan(runs.Count / 2); // Timers count milliseconds.
            var slowest = runs.Max(pauses => pauses[attempt]);
            slowest.ShouldBeGreaterThan(runs.Min(pauses => pauses[attempt]) * 1.5);
        }
    }

    [Fact]
    public async Task No_pause_is_longer_than_half_a_minute_however_many_there_were()
    {
        var runs = await ManyAsync(new RetrySettings { Attempts = 12 });

        runs.SelectMany(pauses => pauses).ShouldAllBe(pause => pause > TimeSpan.Zero && pause <= Longest);
        runs.Select(pauses => pauses[^1]).ShouldContain(Longest);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("86400", 30)]
    public async Task What_a_server_asks_for_is_waited_without_jitter_up_to_the_cap(string retryAfter, int seconds)
    {
        var clock = new PauseClock();
        using var server = new FakeServer((request, number) => number < 3 ? new FakeAnswer(503, [], $"Retry-After: {retryAfter}") : FakeAnswer.Ranged(request, "x"u8.ToArray()));
        using var download = new Download { Settings = new RetrySettings { Clock = clock } };

        (await download.FetchAsync(server.Url, "x"u8.ToArray())).ShouldNotBeNull();

        server.Requests.Count.ShouldBe(3);
        clock.Pauses.ShouldBe(seconds == 0 ? [] : [TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds)]);
    }

    [Fact]
    public async Task A_server_that_stays_away_is_asked_six_times_in_less_than_three_minutes()
    {
        var clock = new PauseClock();
        using var server = new FakeServer((_, _) => new FakeAnswer(500, []));
        using var download = new Download { Settings = new RetrySettings { Clock = clock } };

        (await download.FetchAsync(server.Url, "x"u8.ToArray())).ShouldBeNull();

        server.Requests.Count.ShouldBe(6);
        clock.Pauses.Count.ShouldBe(5);
        clock.Pauses.Aggregate(TimeSpan.Zero, (sum, pause) => sum + pause).ShouldBeLessThanOrEqualTo(5 * Longest);
    }

    private static async Task<IReadOnlyList<IReadOnlyList<TimeSpan>>> ManyAsync(RetrySettings settings)
    {
        var runs = new List<IReadOnlyList<TimeSpan>>();
        for (var run = 0; run < Runs; run++)
        {
            var clock = new PauseClock();
            await Should.ThrowAsync<RemoteException>(new Retries(settings with { Clock = clock }).RunAsync<int>(
                "https://example.org", _ => throw new TransientException("is away"), TestContext.Current.CancellationToken));
            runs.Add(clock.Pauses);
        }

        // Once in some hundred runs the jitter makes a pause of nothing, for which there is no timer.
        var complete = runs.Where(pauses => pauses.Count == settings.Attempts).ToList();
        complete.Count.ShouldBeGreaterThan(Runs * 9 / 10);
        return complete;
    }

    // A pause is a timer: it is written down, and its time has come.
    private sealed class PauseClock : TimeProvider
    {
        private readonly List<TimeSpan> _pauses = [];

        public IReadOnlyList<TimeSpan> Pauses => _pauses;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _pauses.Add(dueTime);
            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
