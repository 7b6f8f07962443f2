namespace MlOps.Build.Engine.Gates.Values;

/// <summary>The rules of calculating with dimensions.</summary>
internal static class Dimensions
{
    /// <summary>The unit that values are kept in, for records; null for a plain number, a share or a count.</summary>
    public static string? BaseUnit(this Dimension dimension) => dimension switch
    {
        Dimension.Time => "s",
        Dimension.Size => "B",
        _ => null,
    };

    public static string Words(this Dimension dimension) => dimension switch
    {
        Dimension.Time => "a time",
        Dimension.Size => "a size",
        Dimension.Share => "a share",
        Dimension.Count => "a count",
        _ => "a plain number",
    };

    /// <summary>How a value of the dimension is written, for messages.</summary>
    public static string Example(this Dimension dimension) => dimension switch
    {
        Dimension.Time => "'5ms' or '30d'",
        Dimension.Size => "'20MB'",
        Dimension.Count => "'5'",
        _ => "'0.5' or '50%'",
    };

    /// <summary>True when one may be compared with the other, or added to it.</summary>
    public static bool Fits(this Dimension one, Dimension other) => one == other || (one.IsPlain() && other.IsPlain());

    /// <summary>The dimension of a result; null when the operation has no meaning.</summary>
    public static Dimension? Of(char operation, Dimension left, Dimension right) => operation switch
    {
        '+' or '-' => left.Fits(right) ? Either(left, right) : null,
        '*' when left.IsPlain() => right.IsPlain() ? Dimension.None : right,
        '*' => right.IsPlain() ? left : null,
        _ when right.IsPlain() => left.IsPlain() ? Dimension.None : left,
        _ => left == right ? Dimension.None : null,
    };

    /// <summary>The dimension of a sum or of a choice of two that fit.</summary>
    public static Dimension Either(Dimension left, Dimension right) => left == right ? left : Dimension.None;

    private static bool IsPlain(this Dimension dimension) => dimension is Dimension.None or Dimension.Share or Dimension.Count;
}
