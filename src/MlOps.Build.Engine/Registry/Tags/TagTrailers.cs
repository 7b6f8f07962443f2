using System.Text;
using MlOps.Build.Engine.Reporting;

namespace MlOps.Build.Engine.Registry.Tags;

/// <summary>
/// The trailers of a tag's message: the lines <c>Key: value</c> of its last paragraph, as git knows them (<c>git interpret-trailers</c>).
/// A key may come several times.
/// </summary>
internal sealed class TagTrailers(IReadOnlyList<(string Key, string Value)> lines)
{
    public const string Package = "Package";
    public const string Version = "Version";
    public const string Prerelease = "Prerelease";
    public const string Evidence = "Evidence";
    public const string Sha256 = "Sha256";
    public const string Data = "Data";
    public const string Checks = "Checks";
    public const string Actor = "Actor";
    public const string Run = "Run";
    public const string Reason = "Reason";
    public const string Previous = "Previous";
    public const string Approved = "Approved-by";
    public const string Undoes = "Undoes";

    private const int LongestValue = 1000;

    public static TagTrailers None { get; } = new([]);

    public IReadOnlyList<(string Key, string Value)> Lines { get; } = lines;

    /// <summary>The first value of a key; null when there is none.</summary>
    public string? this[string key] => All(key).FirstOrDefault();

    public IEnumerable<string> All(string key) =>
        Lines.Where(line => line.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Select(line => line.Value);

    /// <summary>Those of a message; none when its last paragraph holds anything else.</summary>
    public static TagTrailers Parse(string message)
    {
        var paragraphs = message.ReplaceLineEndings("\n").TrimEnd('\n').Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        if (paragraphs.Length < 2)
            return None;
        var lines = new List<(string, string)>();
        foreach (var line in paragraphs[^1].Trim('\n').Split('\n'))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon <= 0 || !line[..colon].All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
                return None;
            lines.Add((line[..colon], line[(colon + 2)..].Trim()));
        }

        return new TagTrailers(lines);
    }

    /// <summary>A message with a subject and trailers; a value cannot begin a line of its own.</summary>
    public static string Message(string subject, IEnumerable<(string Key, string? Value)> trailers)
    {
        var text = new StringBuilder(OneLine(subject)).Append("\n\n");
        foreach (var (key, value) in trailers)
        {
            if (!string.IsNullOrWhiteSpace(value))
                text.Append(key).Append(": ").Append(OneLine(value)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A text as a trailer holds it.</summary>
    public static string OneLine(string text) => SafeText.Of(text.ReplaceLineEndings(" ").Trim(), LongestValue);
}
