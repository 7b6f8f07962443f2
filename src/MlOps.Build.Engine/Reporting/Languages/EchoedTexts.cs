using System.Collections.Frozen;
using System.Text.RegularExpressions;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Gates.Names;

namespace MlOps.Build.Engine.Reporting.Languages;

/// <summary>
/// Texts that other stages write down in English, and that reports say again in their own language. In a pattern <c>{0}</c> is kept as
/// it is (a name from data), <c>{0*}</c> is itself such a text.
/// </summary>
internal static partial class EchoedTexts
{
    private static readonly Pattern[] Patterns =
        [.. EchoedForms.WithPlaces.Select(form => new Pattern(form))];

    private static readonly FrozenSet<string> Fixed = EchoedForms.Fixed
        .Concat(CheckNames.All.Select(name => CheckNames.WordsOf(name)!))
        .Concat(MetricRegistry.All.Select(metric => MetricWords.Of(metric.Name)))
        .ToFrozenSet();

    /// <summary>The catalogues' keys of all of them.</summary>
    public static IEnumerable<string> Keys => Fixed.Concat(Patterns.Select(pattern => pattern.Key));

    /// <summary>True when the text is a whole one, or a metric's name.</summary>
    public static bool IsFixed(string text) => Fixed.Contains(text);

    /// <summary>The form that a text has, and what fills its places.</summary>
    public static (string Key, IReadOnlyList<(string Text, bool Echoed)> Values)? Find(string text)
    {
        foreach (var pattern in Patterns)
        {
            if (pattern.Match(text) is { } values)
                return (pattern.Key, values);
        }

        return null;
    }

    private sealed partial class Pattern
    {
        private readonly Regex _regex;
        private readonly List<bool> _echoed;

        public Pattern(string form)
        {
            Key = form.Replace("*}", "}", StringComparison.Ordinal);
            _echoed = [.. Places().Matches(form).Select(place => place.Value.EndsWith("*}", StringComparison.Ordinal))];
            var parts = Places().Split(form).Select(Regex.Escape);
            _regex = new Regex($"^{string.Join("(.+?)", parts)}$", RegexOptions.NonBacktracking | RegexOptions.Singleline);
        }

        public string Key { get; }

        public IReadOnlyList<(string Text, bool Echoed)>? Match(string text) => _regex.Match(text) is { Success: true } match
            ? [.. _echoed.Select((echoed, i) => (match.Groups[i + 1].Value, echoed))]
            : null;

        [GeneratedRegex(@"\{[0-9]\*?\}")]
        private static partial Regex Places();
    }
}
