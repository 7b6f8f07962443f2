using System.Text.RegularExpressions;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Gates.Names;

namespace MlOps.Build.Engine.Reporting.Languages;

/// <summary>
/// Says things in a report's language. A text is looked up by its English form, so English stands in the code:
/// <c>words.Say($"{failed} of {all} failed")</c> asks the catalogue for <c>{0} of {1} failed</c>.
/// </summary>
internal sealed partial class ReportWords(ReportLanguage language, IReadOnlyDictionary<string, string> catalogue)
{
    public static ReportWords English { get; } = In(ReportLanguage.English);

    public ReportLanguage Language => language;

    public static ReportWords In(ReportLanguage language) => new(language, Catalogue.Of(language));

    /// <summary>A text without anything to fill in.</summary>
    public string Say(string text) => catalogue.TryGetValue(text, out var said) ? said : text;

    /// <summary>A text with what fills its places; the translation may order them as it needs.</summary>
    public string Say(SaidText text) => Fill(Say(text.Form), text.Values);

    /// <summary>As <see cref="Say(SaidText)"/> with an English form of its own for one; translations have one form, the general one.</summary>
    public string Say(long count, SaidText one, SaidText other) =>
        count == 1 && language == ReportLanguage.English ? Fill(one.Form, one.Values) : Say(other);

    /// <summary>Sentences one after another; empty ones are left out.</summary>
    public string Sentences(params IEnumerable<string> sentences) =>
        string.Join(language.Gap, sentences.Where(sentence => sentence.Length > 0));

    public string List(IEnumerable<string> members) => string.Join(language.Comma, members);

    /// <summary>A metric's name inside a sentence.</summary>
    public string Metric(string name) => Echo(MetricWords.Of(name));

    public string Number(double value) => Finite(value, NumberText.Of(value));

    public string Number(double value, int decimals) => Finite(value, NumberText.Of(value, decimals));

    public string Signed(double value) => Finite(value, NumberText.Signed(value));

    public string Signed(double value, int decimals) => Finite(value, NumberText.Signed(value, decimals));

    public string Count(long count) => NumberText.Count(count);

    /// <summary>0.95 is <c>95%</c>.</summary>
    public string Percent(double share) => NumberText.Percent(share);

    /// <summary>The first letter of a sentence, large where the script has large ones.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>An English text that another stage wrote down, such as the reason of an exclusion; itself when it is none of the known ones.</summary>
    public string Echo(string text) =>
        language == ReportLanguage.English ? text
        : EchoedTexts.IsFixed(text) ? Say(text)
        : EchoedTexts.Find(text) is var (form, values) ? Fill(Say(form), [.. values.Select(value => value.Echoed ? Echo(value.Text) : value.Text)])
        : text;

    private string Finite(double value, string text) => double.IsFinite(value) ? text : Say(text);

    private static string Fill(string form, IReadOnlyList<string> values) => values.Count == 0 ? form : Place().Replace(
        form,
        place => int.Parse(place.ValueSpan[1..^1], System.Globalization.CultureInfo.InvariantCulture) is var i && i < values.Count
            ? values[i]
            : place.Value);

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Place();
}
