namespace MlOps.Build.Engine.Data.Profiles.Sketches;

/// <summary>Numbers as 64 bits whose unsigned order is that of the numbers.</summary>
internal static class OrderedBits
{
    private const ulong Sign = 1UL << 63;

    /// <summary>Of a number that is not NaN; both zeros are one.</summary>
    public static ulong Of(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value == 0 ? 0 : value);
        return (bits & Sign) != 0 ? ~bits : bits | Sign;
    }

    public static ulong Of(long value) => (ulong)value ^ Sign;

    public static double ToDouble(ulong bits) => BitConverter.UInt64BitsToDouble((bits & Sign) != 0 ? bits & ~Sign : ~bits);

    public static long ToInt64(ulong bits) => (long)(bits ^ Sign);
}
