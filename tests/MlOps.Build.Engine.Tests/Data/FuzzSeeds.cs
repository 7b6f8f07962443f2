using System.Diagnostics;
using System.Globalization;

namespace MlOps.Build.Engine.Tests.Data;

/// <summary>The seeds of a short run; MLOPS_FUZZ_SECONDS makes each case run as long, MLOPS_FUZZ_SEED starts it elsewhere.</summary>
internal static class FuzzSeeds
{
    public static IEnumerable<int> From(int first, int count)
    {
        var (seconds, watch) = (Number("MLOPS_FUZZ_SECONDS"), Stopwatch.StartNew());
        first = Number("MLOPS_FUZZ_SEED") ?? first;
        for (var seed = first; seconds is null ? seed < first + count : watch.Elapsed.TotalSeconds < seconds; seed++)
            yield return seed;
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
