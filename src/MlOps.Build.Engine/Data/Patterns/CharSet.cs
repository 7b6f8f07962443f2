namespace MlOps.Build.Engine.Data.Patterns;

/// <summary>A set of ASCII characters, one bit each.</summary>
/// <param name="Low">Codes 0 to 63.</param>
/// <param name="High">Codes 64 to 127.</param>
internal sealed record CharSet(ulong Low, ulong High)
{
    public static readonly CharSet None = new(0, 0);

    public static readonly CharSet Digits = Of('0', '9');

    public static readonly CharSet Letters = Of('a', 'z').Or(Of('A', 'Z')).Or(Digits).Or(Of('_', '_'));

    public static readonly CharSet Spaces = Of('\t', '\r').Or(Of(' ', ' '));

    public static readonly CharSet AllButNewline = Of('\n', '\n').Not();

    public static CharSet Of(int first, int last)
    {
        var (low, high) = (0UL, 0UL);
        for (var code = first; code <= last; code++)
        {
            if (code < 64)
                low |= 1UL << code;
            else
                high |= 1UL << (code - 64);
        }

        return new CharSet(low, high);
    }

    public CharSet Or(CharSet other) => new(Low | other.Low, High | other.High);

    public CharSet Not() => new(~Low, ~High);

    public bool Contains(int code) => ((code < 64 ? Low >> code : High >> (code - 64)) & 1) != 0;
}
