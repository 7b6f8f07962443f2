namespace MlOps.Build.Engine.Packaging.Secrets;

/// <summary>Entropy of a text by its own frequencies (Shannon, 1948).</summary>
internal static class Shannon
{
    /// <summary>Bits a character; 0 for the empty text.</summary>
    public static double BitsOf(string text)
    {
        var bits = 0.0;
        foreach (var group in text.GroupBy(character => character))
        {
            var share = (double)group.Count() / text.Length;
            bits -= share * Math.Log2(share);
        }

        return bits;
    }
}
