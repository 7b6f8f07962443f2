using System.Text.RegularExpressions;

namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>
/// <c>normalize</c>: runs of white space become one space, none around; letters of one case by Unicode's simple mappings; full-width signs become
/// ordinary ones. Unicode's normal forms are not offered: the framework has them only where ICU is installed, and data would depend on that.
/// </summary>
internal sealed partial record NormalizeStep : TextStep
{
    // U+FF01 to U+FF5E are the ASCII signs in the width of an ideograph.
    private const int FullWidth = 0xFEE0;

    public LetterCase Case { get; init; }

    /// <summary>True: full-width signs become ordinary ones.</summary>
    public bool HalfWidth { get; init; }

    public override string Key => "normalize";

    public override string Words => $"normalized ({string.Join(", ", Parts)})";

    public override IEnumerable<(string Key, string Value)> Options
    {
        get
        {
            if (Case != LetterCase.Kept)
                yield return ("case", Case == LetterCase.Lower ? "lower" : "upper");
            if (HalfWidth)
                yield return ("width", "half");
        }
    }

    private IEnumerable<string> Parts => Options.Select(option => option.Value).Prepend("spaces");

    protected override string Rewrite(string text)
    {
        var normal = Spaces().Replace(HalfWidth ? Narrow(text) : text, " ").Trim();
        return Case switch
        {
            LetterCase.Lower => normal.ToLowerInvariant(),
            LetterCase.Upper => normal.ToUpperInvariant(),
            _ => normal,
        };
    }

    private static string Narrow(string text) => string.Create(text.Length, text, (signs, source) =>
    {
        for (var i = 0; i < signs.Length; i++)
            signs[i] = source[i] is >= '\uFF01' and <= '\uFF5E' ? (char)(source[i] - FullWidth) : source[i];
    });

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
