namespace MlOps.Build.Engine.Data.Expectations.Exchange;

/// <summary>Shares and numbers of rows.</summary>
internal static class Shares
{
    private const int Digits = 12;

    /// <summary>One minus the share, without the noise of binary fractions: 0.9 gives 0.1.</summary>
    public static double Opposite(double share) => Math.Round(1 - share, Digits);

    /// <summary>The number of things; null when it is no whole number from 0 to the most.</summary>
    public static long? Count(double number, double most) => number >= 0 && number <= most && Math.Floor(number) == number ? (long)number : null;
}
