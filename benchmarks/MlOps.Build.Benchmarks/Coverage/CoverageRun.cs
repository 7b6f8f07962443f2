using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Bootstrap;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Evaluation.Significance;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Benchmarks.Coverage;

/// <summary>Draws test parts of one population and counts what each kind of interval covers.</summary>
internal sealed class CoverageRun
{
    public const int Resamples = 500;

    private const int TruthRows = 200_000;
    private const int TruthParts = 10;
    private const double Confidence = 0.95;

    private readonly Population _population;
    private readonly int _rows;
    private readonly MetricDefinition[] _metrics;
    private readonly double[] _truth;
    private readonly bool _shippedOnly;

    public CoverageRun(Population population, int rows, bool shippedOnly)
    {
        _population = population;
        _rows = rows;
        _metrics = [.. population.Metrics];
        _shippedOnly = shippedOnly;
        _truth = Truth();
    }

    /// <summary>By method, then metric; differences have names of their own.</summary>
    public SortedDictionary<string, Dictionary<string, CoverageCounts>> Counts { get; } = [];

    public void Run(int parts)
    {
        foreach (var (method, _) in Samplings())
        {
            foreach (var interval in _shippedOnly ? ["percentile"] : new[] { "percentile", "percentile, not expanded", "bca" })
                Counts[$"{method}, {interval}"] = _metrics.SelectMany(m => new[] { m.Name, $"Δ {m.Name}" }).ToDictionary(name => name, _ => new CoverageCounts());
        }

        if (HasDeLong)
            Counts["DeLong, logit"] = new() { ["auc"] = new(), ["Δ auc"] = new() };
        if (HasDeLong)
            Counts["DeLong, plain"] = new() { ["auc"] = new() };
        Parallel.For(0, parts, part => Part(new SeededRandom(2024, part), part));
    }

    private bool HasDeLong => !_shippedOnly && _population is { Task: LearningTask.Binary, Ranking: null };

    private IEnumerable<(string Name, RowSampling Sampling)> Samplings()
    {
        var own = _population.Sampling(_rows);
        if (_shippedOnly)
        {
            yield return (own.Method switch { Resampling.Groups => "groups", Resampling.Blocks => "blocks, automatic", _ => "rows" }, own);
            yield break;
        }

        yield return ("rows", new RowSampling());
        if (_population.Task == LearningTask.Binary && _population.Dependence == 1)
            yield return ("classes", new RowSampling { Method = Resampling.WithinClasses });
        if (own.Method == Resampling.Groups)
            yield return ("groups", own);
        if (own.Method != Resampling.Blocks)
            yield break;
        yield return ("blocks, automatic", own);
        yield return ("blocks of cube root", own with { Block = (int)Math.Ceiling(Math.Cbrt(_rows)) });
    }

    private void Part(SeededRandom random, int part)
    {
        var (first, second) = _population.Draw(_rows, random);
        foreach (var (method, sampling) in Samplings())
            Bootstrap(first, second, method, sampling, part);
        if (HasDeLong)
            ByDeLong(first, second);
    }

    private void Bootstrap(ScoredRows first, ScoredRows second, string method, RowSampling sampling, int part)
    {
        var plan = new BootstrapPlan { Resamples = Resamples, Confidence = Confidence, Seed = part, Threads = 1, Sampling = sampling }.For(first);
        ScoredRows[] models = [first, second];
        var draws = BootstrapDraws.Run(models, _metrics, plan, default);
        var units = plan.Units(first);
        var jackknife = _shippedOnly ? null : BootstrapDraws.LeaveOut(units, models, _metrics, 1, default);
        var confidence = plan.Expanded(first);
        var samples = Array.ConvertAll(models, model => new MetricSample(model));
        for (var i = 0; i < _metrics.Length; i++)
        {
            var (a, b) = (_metrics[i].Compute(samples[0]).Value, _metrics[i].Compute(samples[1]).Value);
            var difference = Minus(draws[0, i], draws[1, i]);
            Counts[$"{method}, percentile"][_metrics[i].Name].Add(BootstrapInterval.Percentile(draws[0, i], confidence), _truth[i]);
            Counts[$"{method}, percentile"][$"Δ {_metrics[i].Name}"].Add(BootstrapInterval.Percentile(difference, confidence), 0);
            if (jackknife is null)
                continue;
            Count(method, _metrics[i].Name, draws[0, i], jackknife[0, i], a, _truth[i], units.Strata, confidence);
            Count(method, $"Δ {_metrics[i].Name}", difference, Minus(jackknife[0, i], jackknife[1, i]), a - b, 0, units.Strata, confidence);
        }
    }

    private void Count(
        string method, string metric, ReadOnlySpan<double> draws, ReadOnlySpan<double> jackknife, double value, double truth, int[] strata, double confidence)
    {
        Counts[$"{method}, percentile, not expanded"][metric].Add(BootstrapInterval.Percentile(draws, Confidence), truth);
        Counts[$"{method}, bca"][metric].Add(BootstrapInterval.Bca(draws, value, Acceleration.Of(jackknife, strata), confidence), truth);
    }

    private void ByDeLong(ScoredRows first, ScoredRows second)
    {
        var truth = _truth[Array.FindIndex(_metrics, metric => metric.Name == "auc")];
        var (a, b) = (Positive(first), Positive(second));
        var one = DeLong.Estimate(first.Labels, a, Confidence)!;
        Counts["DeLong, logit"]["auc"].Add(one.Low, one.High, truth);
        var (low, high) = AucInterval.Plain(one.Auc, one.StandardError, Confidence);
        Counts["DeLong, plain"]["auc"].Add(low, high, truth);
        var both = DeLong.Compare(first.Labels, a, b, Confidence)!;
        Counts["DeLong, logit"]["Δ auc"].Add(both.Low, both.High, 0);
    }

    private static float[] Positive(ScoredRows rows) => [.. Enumerable.Range(0, rows.Count).Select(row => (float)rows.Score(row))];

    private static double[] Minus(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var differences = new double[left.Length];
        for (var i = 0; i < left.Length; i++)
            differences[i] = left[i] - right[i];
        return differences;
    }

    // The mean over large parts of both models, which are exchangeable.
    private double[] Truth()
    {
        var sums = new double[_metrics.Length];
        Parallel.For(0, TruthParts, part =>
        {
            var (first, second) = _population.Draw(TruthRows, new SeededRandom(1977, part));
            foreach (var rows in new[] { first, second })
            {
                var sample = new MetricSample(rows);
                for (var i = 0; i < _metrics.Length; i++)
                {
                    var value = _metrics[i].Compute(sample).Value;
                    lock (sums)
                        sums[i] += value / (2 * TruthParts);
                }
            }
        });
        return sums;
    }
}
