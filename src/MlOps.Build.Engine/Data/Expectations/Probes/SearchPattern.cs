using System.Text.RegularExpressions;

namespace MlOps.Build.Engine.Data.Expectations.Probes;

/// <summary>
/// A pattern that is searched for in texts. It runs in linear time where it can; one with lookaround or backreferences backtracks, and is given
/// up on a text that takes too long.
/// </summary>
internal sealed partial class SearchPattern
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Regex _regex;
    private readonly string _text;

    private SearchPattern(string text, Regex regex)
    {
        _text = text;
        _regex = regex;
    }

    /// <summary>Why texts were left without a verdict; null when none was.</summary>
    public string? Fault { get; private set; }

    /// <summary>A pattern of SQL's LIKE for the whole text: <c>%</c> is anything, <c>_</c> one sign.</summary>
    public static SearchPattern Like(string text)
    {
        var regex = string.Concat(text.Select(c => c switch
        {
            '%' => ".*",
            '_' => ".",
            _ => Regex.Escape(c.ToString()),
        }));
        return new SearchPattern(text, new Regex($@"\A(?:{regex})\z", RegexOptions.Singleline | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
    }

    /// <summary>A regular expression of Python that is found anywhere in the text; null, with a fault, when .NET cannot read it.</summary>
    public static SearchPattern? Python(string text, out string? fault)
    {
        fault = null;
        var pattern = NamedGroup().Replace(text, "(?<").Replace(@"\Z", @"\z", StringComparison.Ordinal);
        try
        {
            return new SearchPattern(text, new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
        }
        catch (NotSupportedException)
        {
            return new SearchPattern(text, new Regex(pattern, RegexOptions.CultureInvariant, Patience));
        }
        catch (ArgumentException exception)
        {
            fault = exception.Message.ReplaceLineEndings(" ");
            return null;
        }
    }

    public bool Found(string text)
    {
        try
        {
            return Fault is null && _regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            Fault = $"the regular expression {Shown.Text(_text)} takes more than {Patience.TotalSeconds:0} s for one text. Write it without nested repeats.";
            return false;
        }
    }

    [GeneratedRegex(@"\(\?P<")]
    private static partial Regex NamedGroup();
}
