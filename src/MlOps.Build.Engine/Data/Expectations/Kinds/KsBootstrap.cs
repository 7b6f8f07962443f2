using System.Text.Json.Nodes;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>
/// The share of small resamples that Kolmogorov and Smirnov's test does not tell from a partition. The generator has a fixed seed, where
/// Great Expectations asks the machine for one: the same data give the same share.
/// </summary>
internal sealed class KsBootstrap(DivergenceSettings partition, int samples, int size)
{
    private const long Seed = 20_240_601;
    private readonly double[] _bins = [.. partition.Bins!];
    private readonly double[] _cumulative = Sums(partition.Weights);

    public Outcome Judge(TalliedNumbers numbers, double p)
    {
        var (random, passed, sample) = (new SeededRandom(Seed), 0, new double[size]);
        for (var round = 0; round < samples; round++)
        {
            for (var i = 0; i < size; i++)
                sample[i] = numbers.Draw(random);
            Array.Sort(sample);
            passed += KolmogorovSample.Upper(size, Distance(sample)) >= p ? 1 : 0;
        }

        var observed = (1 + passed) / (samples + 1.0);
        return Outcome.Of(observed > p, JsonValues.Number(observed), Details(numbers));
    }

    private double Distance(double[] sample)
    {
        var largest = 0.0;
        for (var i = 0; i < sample.Length; i++)
        {
            var expected = Expected(sample[i]);
            largest = Math.Max(largest, Math.Max(((i + 1) / (double)sample.Length) - expected, expected - (i / (double)sample.Length)));
        }

        return largest;
    }

    // Linear between the edges, as numpy.interp.
    private double Expected(double x)
    {
        if (x <= _bins[0])
            return _cumulative[0];
        if (x >= _bins[^1])
            return _cumulative[^1];
        var at = Array.BinarySearch(_bins, x);
        var bin = at >= 0 ? at : ~at - 1;
        return _cumulative[bin] + ((_cumulative[bin + 1] - _cumulative[bin]) / (_bins[bin + 1] - _bins[bin]) * (x - _bins[bin]));
    }

    private JsonObject Details(TalliedNumbers numbers)
    {
        var counts = numbers.Bins(_bins);
        var (edges, inside) = (_bins.ToList(), counts[1..^1].ToList());
        if (counts[0] > 0)
        {
            edges.Insert(0, numbers.Least);
            inside.Insert(0, counts[0]);
        }

        if (counts[^1] > 0)
        {
            edges.Add(numbers.Largest);
            inside.Add(counts[^1]);
        }

        var weights = inside.ConvertAll(count => count / (double)numbers.Count);
        return new JsonObject
        {
            ["bootstrap_samples"] = samples,
            ["bootstrap_sample_size"] = size,
            ["observed_partition"] = Pair("bins", edges, "weights", weights),
            ["expected_partition"] = Pair("bins", _bins, "weights", partition.Weights),
            ["observed_cdf"] = Pair("x", edges, "cdf_values", Sums(weights)),
            ["expected_cdf"] = Pair("x", _bins, "cdf_values", _cumulative),
        };
    }

    private static JsonObject Pair(string first, IEnumerable<double> edges, string second, IEnumerable<double> weights) => new()
    {
        [first] = CategoricalWeights.Weights(edges),
        [second] = CategoricalWeights.Weights(weights),
    };

    private static double[] Sums(IReadOnlyList<double> weights)
    {
        var sums = new double[weights.Count + 1];
        for (var i = 0; i < weights.Count; i++)
            sums[i + 1] = sums[i] + weights[i];
        return sums;
    }
}
