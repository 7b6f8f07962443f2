namespace MlOps.Build.Engine.Features.Words;

/// <summary>Divides a text into words at white space and at given characters, as <see cref="WordGraph"/> does in the graph.</summary>
internal sealed class WordSplitter(string separators, bool lowerCase)
{
    /// <summary>Marks that stand beside words; those that stand within them, ' and -, are none of them.</summary>
    public const string DefaultSeparators = ".,;:!?()\"";

    private const string WhiteSpace = "\t\n\r ";

    /// <summary>Whether letters A to Z count as small ones.</summary>
    public bool LowerCase => lowerCase;

    /// <summary>What words end at. The blank is last: the parts that others leave are few.</summary>
    public string Separators { get; } = string.Concat((separators + WhiteSpace).Where(mark => mark != ' ').Distinct()) + " ";

    public string[] Split(string text) =>
        (lowerCase ? Small(text) : text).Split(Separators.ToCharArray(), StringSplitOptions.RemoveEmptyEntries);

    // What is small in other alphabets differs by system in ONNX Runtime, and there is a system that lacks the locale that would tell.
    private static string Small(string text) =>
        string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
                target[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] | ' ') : source[i];
        });
}
