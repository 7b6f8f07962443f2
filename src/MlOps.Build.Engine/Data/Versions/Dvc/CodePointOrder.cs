namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>Python's order of texts: by code point. Ordinal order differs beyond the first 65,536, which UTF-16 writes as surrogates.</summary>
internal sealed class CodePointOrder : IComparer<string>
{
    public static CodePointOrder Same { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (left, right) = (x ?? "", y ?? "");
        var length = Math.Min(left.Length, right.Length);
        for (var i = 0; i < length; i++)
        {
            if (left[i] != right[i])
                return Lift(left[i]).CompareTo(Lift(right[i]));
        }

        return left.Length.CompareTo(right.Length);
    }

    // Surrogates stand for code points above all others.
    private static int Lift(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
