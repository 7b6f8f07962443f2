namespace MlOps.Build.Engine.Numerics;

/// <summary>The distribution of Mann and Whitney's U when both samples come from one distribution without equal values.</summary>
internal static class RankSums
{
    /// <summary>P(U >= u) for samples of n and m values, the smaller of them small: the counts of orders grow by one value at a time.</summary>
    public static double AtLeast(int u, int n, int m)
    {
        // U is symmetric, so the tail is summed from the left, where its terms are small.
        var (few, many, last) = (Math.Min(n, m), Math.Max(n, m), (n * m) - u);
        var shares = new double[(n * m) + 1];
        shares[0] = 1;
        // The generating function Π (1 - x^(many + k)) / (1 - x^k), each factor by the share of orders that it stands for.
        for (var k = 1; k <= few; k++)
        {
            for (var i = shares.Length - 1; i >= many + k; i--)
                shares[i] -= shares[i - many - k];
            for (var i = k; i < shares.Length; i++)
                shares[i] += shares[i - k];
            for (var i = 0; i < shares.Length; i++)
                shares[i] *= (double)k / (many + k);
        }

        var sum = 0.0;
        for (var i = 0; i <= last; i++)
            sum += shares[i];
        return Math.Clamp(sum, 0, 1);
    }
}
