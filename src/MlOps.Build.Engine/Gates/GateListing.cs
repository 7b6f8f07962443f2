using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Reporting;

namespace MlOps.Build.Engine.Gates;

/// <summary>A judged checklist as lines for a terminal.</summary>
internal static class GateListing
{
    private const int Wide = 10;

    /// <summary>The verdict, then a line an item; with explanations also its comparisons and what would have had to differ.</summary>
    public static IEnumerable<string> Of(string name, GateSummary gate, bool explain)
    {
        yield return $"{SafeText.Of(name)}: {Headline.Verdict(gate)}";
        foreach (var item in gate.Items)
        {
            foreach (var line in explain ? Explained(item) : [Line(item)])
                yield return new string(' ', 2 * item.Depth) + line;
        }
    }

    private static string Line(GateItem item) => $"{Word(item),-Wide} {SafeText.Of(item.Text)}: {SafeText.Of(item.Explanation, 2000)}";

    private static IEnumerable<string> Explained(GateItem item)
    {
        yield return $"{Word(item),-Wide} {SafeText.Of(item.Text)}";
        if (item.Expression is { } expression)
            yield return Indented(Canonical(expression));
        if (item.Comparisons.Count < 2 || !item.Applies)
        {
            yield return Indented(item.Explanation);
            if (item.Needed is { } needed)
                yield return Indented(needed);
            yield break;
        }

        foreach (var comparison in item.Comparisons)
        {
            yield return Indented($"{Word(comparison.Verdict)}: {comparison.Explanation}");
            if (comparison.Needed is { } needed)
                yield return "  " + Indented(needed);
        }
    }

    private static string Indented(string text) => new string(' ', Wide + 1) + SafeText.Of(text, 2000);

    // As the language understood it, on one line.
    private static string Canonical(string expression) =>
        GateParser.Parse(expression, 0, expression.Length, (_, _, _) => { }) is { } gate ? ExpressionText.Of(gate) : expression;

    private static string Word(GateItem item) => item switch
    {
        { Applies: false } => "-",
        { IsSignOff: true, Verdict: not Verdict.Pass } => "open",
        { Warns: true, Verdict: Verdict.Fail } => "warning",
        _ => Word(item.Verdict),
    };

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "passed",
        Verdict.Fail => "failed",
        _ => "undecided",
    };
}
