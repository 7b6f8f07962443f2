using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Slices.Search;

/// <summary>
/// Looks through all values, buckets and pairs for groups with a worse loss (Chung et al., 2019, Slice Finder). Among many groups some are
/// bad by chance, so each is held against the worst group of every permutation of the losses: the single-step maxT adjustment of Westfall
/// and Young (1993), which knows that groups overlap.
/// </summary>
internal static class SliceSearch
{
    /// <summary>Pairs are made of so many columns at most: declared slices, then features in their order.</summary>
    public const int MostPaired = 12;

    /// <summary>A smaller effect is not worth anybody's time (small by Cohen, 1988).</summary>
    public const double LeastEffect = 0.2;

    private const int MostReported = 10;
    private const int MostPermutations = 999;
    private const int LeastPermutations = 199;
    private const long Budget = 600_000_000;

    /// <summary>Null when no group is large enough to be looked at.</summary>
    public static SliceFindings? Run(SearchRequest request, string loss, CancellationToken cancellationToken)
    {
        if (request.Losses.Length < 2 * request.MinimumRows || request.Columns.Count == 0)
            return null;
        var candidates = new SearchCandidates(Tables(request.Columns), request.Losses, request.MinimumRows);
        if (candidates.Groups.Count == 0)
            return null;
        var permutations = (int)Math.Clamp(Budget / candidates.Work, LeastPermutations, MostPermutations);
        var worst = WorstOfEach(request, candidates, permutations, cancellationToken);
        return new SliceFindings
        {
            Loss = loss,
            Columns = request.Columns.Count,
            Groups = candidates.Groups.Count,
            Permutations = permutations,
            Slices = Significant(request, candidates, worst),
        };
    }

    private static List<SearchTable> Tables(IReadOnlyList<SearchColumn> columns)
    {
        var tables = columns.Select(SearchTable.Of).ToList();
        var paired = Math.Min(columns.Count, MostPaired);
        for (var i = 0; i < paired; i++)
        {
            for (var j = i + 1; j < paired; j++)
            {
                // A pair of columns with thousands of values each has no group of any size.
                if ((long)columns[i].Values.Count * columns[j].Values.Count <= 100_000)
                    tables.Add(SearchTable.Of(columns[i], columns[j]));
            }
        }

        return tables;
    }

    /// <summary>The largest statistic of each permutation, ascending.</summary>
    private static double[] WorstOfEach(
        SearchRequest request, SearchCandidates candidates, int permutations, CancellationToken cancellationToken)
    {
        var worst = new double[permutations];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, request.Threads), CancellationToken = cancellationToken };
        Parallel.For(
            0,
            permutations,
            options,
            () => (Losses: new double[request.Losses.Length], Statistics: new double[candidates.Groups.Count]),
            (permutation, _, buffers) =>
            {
                request.Losses.CopyTo(buffers.Losses, 0);
                new SeededRandom(request.Seed, permutation + 1).Shuffle<double>(buffers.Losses);
                candidates.Compute(buffers.Losses, buffers.Statistics);
                worst[permutation] = buffers.Statistics.Max();
                return buffers;
            },
            _ => { });
        Array.Sort(worst);
        return worst;
    }

    private static List<FoundSlice> Significant(SearchRequest request, SearchCandidates candidates, double[] worst)
    {
        var statistics = new double[candidates.Groups.Count];
        candidates.Compute(request.Losses, statistics);
        var order = Enumerable.Range(0, statistics.Length)
            .OrderByDescending(i => statistics[i]).ThenBy(i => candidates.Table(i).Columns.Count).ThenBy(i => i);
        var left = new UnexplainedRows(request.Losses, request.MinimumRows);
        var found = new List<FoundSlice>();
        foreach (var candidate in order)
        {
            var p = PValue(statistics[candidate], worst);
            if (p > 1 - request.Confidence || found.Count == MostReported)
                break;
            var rows = candidates.Rows(candidate);
            var slice = Describe(request.Losses, rows, candidates, candidate) with { PValue = p };
            if (slice.Effect < LeastEffect || left.Statistic(rows) is not { } own || PValue(own, worst) > 1 - request.Confidence)
                continue;
            left.Remove(rows);
            found.Add(slice);
        }

        return found;
    }

    // The observed losses are one of the permutations (Phipson and Smyth, 2010), so p is never 0.
    private static double PValue(double statistic, double[] worst)
    {
        var below = 0;
        while (below < worst.Length && worst[below] < statistic)
            below++;
        return (worst.Length - below + 1.0) / (worst.Length + 1);
    }

    private static FoundSlice Describe(double[] losses, int[] rows, SearchCandidates candidates, int candidate)
    {
        var inside = rows.ToHashSet();
        var own = LossMoments.Of(Array.ConvertAll(rows, row => losses[row]));
        var rest = LossMoments.Of([.. losses.Where((_, row) => !inside.Contains(row))]);
        var spread = Math.Sqrt(((own.Deviation * own.Deviation) + (rest.Deviation * rest.Deviation)) / 2);
        return new FoundSlice
        {
            Columns = candidates.Table(candidate).Columns,
            Values = candidates.Table(candidate).Values(candidates.Groups[candidate].Group),
            Rows = rows.Length,
            Loss = own.Mean,
            RestLoss = rest.Mean,
            Effect = spread > 0 ? (own.Mean - rest.Mean) / spread : 0,
            PValue = 1,
        };
    }
}
