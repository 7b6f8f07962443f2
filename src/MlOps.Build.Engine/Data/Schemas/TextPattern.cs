using System.Text;
using System.Text.RegularExpressions;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>
/// A pattern for whole texts. It runs in time linear in the text (<see cref="RegexOptions.NonBacktracking"/>), so no pattern and no
/// value can hang a build; the price is that lookaround and backreferences are refused.
/// </summary>
internal sealed class TextPattern
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private readonly Regex _regex;

    /// <exception cref="ArgumentException">The pattern has a <see cref="Fault"/>.</exception>
    public TextPattern(string pattern) => _regex = new Regex($@"\A(?:{pattern})\z", Options);

    public bool Match(string text) => _regex.IsMatch(text);

    /// <summary>Matches a text in UTF-8.</summary>
    public bool Match(ReadOnlySpan<byte> text) => _regex.IsMatch(Encoding.UTF8.GetString(text));

    /// <summary>Why the pattern cannot be used; null when it can.</summary>
    public static string? Fault(string pattern)
    {
        try
        {
            _ = new Regex(pattern, Options);
            _ = new TextPattern(pattern);
            return null;
        }
        catch (NotSupportedException)
        {
            return "lookaround, backreferences, atomic groups and very large repeats are not supported, because their time has no bound.";
        }
        catch (ArgumentException exception)
        {
            return exception.Message.ReplaceLineEndings(" ");
        }
    }
}
