using System.Numerics;

namespace MlOps.Build.Engine.Data.Profiles.Sketches;

/// <summary>
/// Counts different values by the longest run of zeros in their hashes (Flajolet and others, 2007), with the estimator of Ertl (2017, New
/// cardinality estimation algorithms for HyperLogLog sketches), which needs no correction for small numbers. Order and division of the
/// values never matter.
/// </summary>
internal sealed class HyperLogLog
{
    /// <summary>The relative standard error, 1.04 by the root of the number of registers.</summary>
    public const double Error = 0.008125;

    private const int Bits = 14;
    private const int Registers = 1 << Bits;
    private const int Longest = 64 - Bits;
    private const double Alpha = 0.7213475204444817;

    private readonly byte[] _registers;

    public HyperLogLog() => _registers = new byte[Registers];

    private HyperLogLog(byte[] registers) => _registers = registers;

    public void Add(ulong hash)
    {
        var register = (int)(hash >> Longest);
        var rank = (byte)Math.Min(BitOperations.LeadingZeroCount(hash << Bits) + 1, Longest + 1);
        if (rank > _registers[register])
            _registers[register] = rank;
    }

    public void Merge(HyperLogLog other)
    {
        for (var i = 0; i < Registers; i++)
            _registers[i] = Math.Max(_registers[i], other._registers[i]);
    }

    public long Estimate()
    {
        var counts = new int[Longest + 2];
        foreach (var rank in _registers)
            counts[rank]++;
        var z = Registers * Tau(1 - ((double)counts[Longest + 1] / Registers));
        for (var rank = Longest; rank >= 1; rank--)
            z = 0.5 * (z + counts[rank]);
        z += Registers * Sigma((double)counts[0] / Registers);
        return (long)Math.Round(Alpha * Registers * ((double)Registers / z));
    }

    public string Write() => Convert.ToBase64String(_registers);

    /// <summary>Null when the text is not what <see cref="Write"/> wrote.</summary>
    public static HyperLogLog? Read(string text)
    {
        var registers = new byte[Registers];
        return Convert.TryFromBase64String(text, registers, out var written) && written == Registers && registers.All(rank => rank <= Longest + 1)
            ? new(registers)
            : null;
    }

    private static double Sigma(double x)
    {
        if (x >= 1)
            return double.PositiveInfinity;
        var (sum, y, before) = (x, 1.0, double.NaN);
        while (sum != before)
        {
            x *= x;
            before = sum;
            sum += x * y;
            y += y;
        }

        return sum;
    }

    private static double Tau(double x)
    {
        if (x is 0 or 1)
            return 0;
        var (sum, y, before) = (1 - x, 1.0, double.NaN);
        while (sum != before)
        {
            x = Math.Sqrt(x);
            before = sum;
            y *= 0.5;
            sum -= (1 - x) * (1 - x) * y;
        }

        return sum / 3;
    }
}
