using System.Text.RegularExpressions;

namespace MlOps.Build.Engine.Reporting.Cards;

/// <summary>A line that begins or ends what people write: <c>&lt;!-- mlops:begin intended-use --&gt;</c>.</summary>
/// <param name="Kind">Whether it begins, ends, or cannot be read.</param>
/// <param name="Id">The section it names; empty when it cannot be read.</param>
internal readonly record struct CardMark(CardMarkKind Kind, string Id)
{
    // Case and spaces as somebody types them; an id of any letters, so that an unknown one can be named.
    private static readonly Regex Whole = new(
        @"^<!--\s*mlops:(?<kind>begin|end)\s+(?<id>[^\s<>]{1,80})\s*-->$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    // A comment that speaks of mlops, or a mark without the comment around it, was meant as one.
    private static readonly Regex Meant = new(
        @"<!-*\s*mlops\s*:|^\W*mlops:(begin|end)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    public static string Begin(string id) => $"<!-- mlops:begin {id} -->";

    public static string End(string id) => $"<!-- mlops:end {id} -->";

    /// <summary>The mark on a line; null when it has none.</summary>
    public static CardMark? Of(string line)
    {
        var text = line.Trim();
        if (Whole.Match(text) is { Success: true } match)
        {
            var begins = match.Groups["kind"].Value.Equals("begin", StringComparison.OrdinalIgnoreCase);
            return new CardMark(begins ? CardMarkKind.Begin : CardMarkKind.End, match.Groups["id"].Value.ToLowerInvariant());
        }

        return Meant.IsMatch(text) ? new CardMark(CardMarkKind.Damaged, "") : null;
    }
}
