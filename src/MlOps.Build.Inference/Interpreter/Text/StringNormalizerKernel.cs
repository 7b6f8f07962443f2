namespace MlOps.Build.Inference.Interpreter.Text;

/// <summary>
/// StringNormalizer: upper or lower case, and stop words taken out, of a list <c>[C]</c> or <c>[1, C]</c>. Letters change as the locale
/// "C" has it, A to Z alone: what other locales do differs by system.
/// </summary>
internal sealed class StringNormalizerKernel : Kernel
{
    private readonly Func<string, string> _change;
    private readonly HashSet<string> _stopWords;
    private readonly bool _caseSensitive;

    public StringNormalizerKernel(NodeInfo node)
    {
        _change = Change(node, node.Text("case_change_action", "NONE"));
        _caseSensitive = node.Int("is_case_sensitive", 0) != 0;
        _stopWords = [.. node.Texts("stopwords").Select(word => _caseSensitive ? word : Ascii.Lower(word))];
        var locale = node.Text("locale", "");
        var bindsToLocale = _change != Keep || (!_caseSensitive && _stopWords.Count > 0);
        if (bindsToLocale && locale is not ("C" or "POSIX"))
            throw node.Fail($"it changes case as the locale '{locale}' has it; the managed interpreter knows 'C' alone. {NodeInfo.WayOut}");
    }

    public override void Run(NodeCall call)
    {
        var x = call.Typed<string>(0);
        if (x.Sizes is not ([_] or [1, _]))
            throw call.Node.Fail($"its input has the shape {Shapes.Text(x.Sizes)}, not [C] or [1, C]");
        if (_stopWords.Count == 0)
        {
            var same = call.Like<string>(x);
            for (var i = 0; i < x.Length; i++)
                same.Values[i] = _change(x.Values[i]);
            call.Return(same);
            return;
        }

        // A list of which nothing is left becomes one empty text, so that the operator always gives something.
        var kept = x.Values.Where(word => !_stopWords.Contains(_caseSensitive ? word : Ascii.Lower(word))).Select(_change).ToList();
        if (kept.Count == 0)
            kept.Add("");
        var result = x.Sizes.Length == 1 ? call.New<string>([kept.Count]) : call.New<string>(1, kept.Count);
        kept.CopyTo(result.Values);
        call.Return(result);
    }

    private static Func<string, string> Change(NodeInfo node, string action) => action switch
    {
        "LOWER" => Ascii.Lower,
        "UPPER" => Ascii.Upper,
        "NONE" => Keep,
        _ => throw node.Fail($"'case_change_action' is '{action}', not LOWER, UPPER or NONE"),
    };

    private static string Keep(string text) => text;
}
