namespace MlOps.Build.Engine.Data.Expectations.Exchange;

/// <summary>Shares of rows.</summary>
internal static class Shares
{
    private const int Digits = 12;

    /// <summary>One minus the share, without the noise of binary fractions: 0.9 gives 0.1.</summary>
    public static double Opposite(double share) => Math.Round(1 - share, Digits);
}
