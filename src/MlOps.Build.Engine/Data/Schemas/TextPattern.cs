using System.Text;
using System.Text.RegularExpressions;
using MlOps.Build.Engine.Data.Patterns;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>
/// A pattern for whole texts. It runs in time linear in the text (<see cref="RegexOptions.NonBacktracking"/>, or a table of states), so no
/// pattern and no value can hang a build; the price is that lookaround and backreferences are refused.
/// </summary>
internal sealed class TextPattern
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private readonly string _pattern;
    private readonly BytePattern? _simple;
    private Regex? _regex;

    /// <exception cref="ArgumentException">The pattern has a <see cref="Fault"/>.</exception>
    public TextPattern(string pattern)
    {
        _pattern = pattern;
        _simple = BytePattern.Of(pattern);
        if (_simple is null)
            _ = Expression;
    }

    // Made when first needed: simple patterns and texts in ASCII never do, and making it costs as much as reading a million rows.
    private Regex Expression => _regex ??= new Regex($@"\A(?:{_pattern})\z", Options);

    public bool Match(string text) => Match(Encoding.UTF8.GetBytes(text));

    /// <summary>Matches a text in UTF-8; safe for concurrent use.</summary>
    public bool Match(ReadOnlySpan<byte> text) => _simple?.Match(text) ?? Expression.IsMatch(Encoding.UTF8.GetString(text));

    /// <summary>Why the pattern cannot be used; null when it can.</summary>
    public static string? Fault(string pattern)
    {
        if (BytePattern.Of(pattern) is not null)
            return null;
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
