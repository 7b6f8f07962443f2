using System.Globalization;
using System.Text;

namespace MlOps.Build.Engine.Packaging.Predictors;

/// <summary>
/// PascalCase C# identifiers for arbitrary texts: words are what lies between characters that no identifier holds, and a text without
/// lower-case letters is taken for shouting. What is taken already, or reserved, gets a number.
/// </summary>
internal static class Identifiers
{
    /// <summary>One identifier a text, all different, in order.</summary>
    public static IReadOnlyList<string> For(IReadOnlyList<string> texts, IEnumerable<string> reserved)
    {
        var taken = new HashSet<string>(reserved, StringComparer.Ordinal);
        var identifiers = new string[texts.Count];
        for (var i = 0; i < texts.Count; i++)
        {
            var wanted = Pascal(texts[i]);
            identifiers[i] = Free(wanted.Length > 0 ? wanted : string.Create(CultureInfo.InvariantCulture, $"Column{i + 1}"), taken);
        }

        return identifiers;
    }

    /// <summary>The text in PascalCase; empty when it has no character that an identifier may hold.</summary>
    public static string Pascal(string text)
    {
        var shouting = !text.Any(char.IsLower);
        var identifier = new StringBuilder();
        var start = true;
        foreach (var character in text)
        {
            if (!IsPart(character))
            {
                start = true;
                continue;
            }

            identifier.Append(start ? char.ToUpperInvariant(character) : shouting ? char.ToLowerInvariant(character) : character);
            start = false;
        }

        if (identifier.Length > 0 && !IsStart(identifier[0]))
            identifier.Insert(0, '_');
        return identifier.ToString();
    }

    /// <summary>A namespace that compiles: what stands between dots, with an underscore for each character that no identifier holds.</summary>
    public static string Namespace(string text) => string.Join('.', text.Split('.').Select(Segment));

    // Every keyword is a lower-case word, and with '@' it is a name like any other.
    private static string Segment(string text)
    {
        var segment = string.Concat(text.Select(character => IsPart(character) ? character : '_'));
        if (segment.Length == 0 || !(IsStart(segment[0]) || segment[0] == '_'))
            return "_" + segment;
        return segment.All(char.IsAsciiLetterLower) ? "@" + segment : segment;
    }

    private static string Free(string wanted, HashSet<string> taken)
    {
        var identifier = wanted;
        for (var number = 2; !taken.Add(identifier); number++)
            identifier = string.Create(CultureInfo.InvariantCulture, $"{wanted}{number}");
        return identifier;
    }

    private static bool IsStart(char character) => char.IsLetter(character)
        || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.LetterNumber;

    // Underscores separate words; formatting characters are legal but invisible, and the compiler drops them.
    private static bool IsPart(char character) => IsStart(character) || CharUnicodeInfo.GetUnicodeCategory(character)
        is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
