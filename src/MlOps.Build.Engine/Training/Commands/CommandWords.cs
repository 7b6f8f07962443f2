using System.Text;

namespace MlOps.Build.Engine.Training.Commands;

/// <summary>
/// A command line as its words. White space parts them, and quotation marks of either kind keep a word together; there is no shell, so
/// nothing else has a meaning, a backslash least of all.
/// </summary>
internal static class CommandWords
{
    /// <summary>The program and its arguments; null when a quotation mark is not closed.</summary>
    public static List<string>? Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (within, quote) = (false, (char?)null);
        foreach (var c in line + " ")
        {
            if (quote is not null && c == quote)
            {
                quote = null;
            }
            else if (quote is null && c is '"' or '\'')
            {
                (within, quote) = (true, c);
            }
            else if (quote is not null || !char.IsWhiteSpace(c))
            {
                within = true;
                word.Append(c);
            }
            else if (within)
            {
                words.Add(word.ToString());
                word.Clear();
                within = false;
            }
        }

        return quote is null ? words : null;
    }

    /// <summary>The command in short, for people: the program without its folder.</summary>
    public static string Shown(IReadOnlyList<string> words)
    {
        const int Longest = 60;
        var text = string.Join(' ', words.Skip(1).Prepend(Path.GetFileName(words[0])));
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }
}
