namespace MlOps.Build.Engine.Data.Expectations.Probes;

/// <summary>Texts by Unicode code points, as Python and UTF-8 order and count them.</summary>
internal static class CodePoints
{
    public static int Compare(string left, string right)
    {
        for (var i = 0; i < left.Length && i < right.Length; i++)
        {
            if (left[i] != right[i])
                return Rank(left[i]).CompareTo(Rank(right[i]));
        }

        return left.Length.CompareTo(right.Length);
    }

    public static int Length(string text)
    {
        var length = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                length--;
        }

        return length;
    }

    // Halves of surrogate pairs stand for code points above all others.
    private static int Rank(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;
}
