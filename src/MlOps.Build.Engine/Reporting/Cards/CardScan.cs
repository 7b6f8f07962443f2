using MlOps.Build.Contracts;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Reporting.Cards;

/// <summary>Goes through a model card line by line and cuts out the marked parts, every character as it is.</summary>
internal sealed class CardScan(string file, string text)
{
    private readonly List<ModelCardPart> _parts = [];
    private readonly Dictionary<string, int> _begun = new(StringComparer.Ordinal);
    private readonly List<int> _outside = [];
    private (string Id, int Line, int Start)? _open;
    private bool _comment;

    public IReadOnlyList<ModelCardPart> Parts => _parts;

    /// <summary>False, with one error at its line, when a mark is wrong; a warning when text stands where nobody takes it from.</summary>
    public bool Run(DiagnosticBag diagnostics)
    {
        var line = 0;
        for (var start = 0; start < text.Length;)
        {
            var next = text.IndexOf('\n', start) is var found && found < 0 ? text.Length : found + 1;
            if (Line(text[start..next], ++line, start, next) is var (code, message, at))
                return Fail(diagnostics, code, message, at);
            start = next;
        }

        if (_open is var (id, begun, _))
            return Fail(diagnostics, ReportCodes.CardMark, $"'{id}' begins here and never ends. Write '{CardMark.End(id)}' below its text.", begun);
        if (_outside.Count > 0)
            diagnostics.Warning(ReportCodes.CardOutside, Outside(), new SourcePosition(file, _outside[0], 1));
        return true;
    }

    private bool Fail(DiagnosticBag diagnostics, string code, string message, int line)
    {
        diagnostics.Error(code, message, new SourcePosition(file, line, 1));
        return false;
    }

    private (string Code, string Message, int Line)? Line(string content, int line, int start, int next)
    {
        switch (CardMark.Of(content))
        {
            case { Kind: CardMarkKind.Begin } mark:
                return Begin(mark.Id, line, next);
            case { Kind: CardMarkKind.End } mark:
                return End(mark.Id, line, start);
            case { }:
                return (ReportCodes.CardMark, $"this mark cannot be read. A mark stands alone on its line, such as '{CardMark.Begin(CardParts.Use)}'.", line);
            default:
                if (_open is null && CardProse.IsOutside(content, ref _comment))
                    _outside.Add(line);
                return null;
        }
    }

    private (string Code, string Message, int Line)? Begin(string id, int line, int next)
    {
        if (_open is var (before, begun, _))
            return (ReportCodes.CardMark, $"'{id}' begins inside '{before}', which began at line {begun} and has not ended. End it first.", line);
        if (!CardParts.All.Contains(id))
        {
            var hint = DidYouMean.Sentence(id, CardParts.All);
            var way = hint.Length > 0 ? hint : $" Sections: {string.Join(", ", CardParts.All)}.";
            return (ReportCodes.CardSection, $"'{SafeText.Of(id)}' is no section of a model card.{way}", line);
        }

        if (_begun.TryGetValue(id, out var first))
            return (ReportCodes.CardMark, $"'{id}' is there twice; the first begins at line {first}. Put both texts into one.", line);
        _begun.Add(id, line);
        (_open, _comment) = ((id, line, next), false);
        return null;
    }

    private (string Code, string Message, int Line)? End(string id, int line, int start)
    {
        if (_open is not var (open, begun, from))
            return (ReportCodes.CardMark, $"'{SafeText.Of(id)}' ends here but does not begin. Write '{CardMark.Begin(id)}' above its text.", line);
        if (open != id)
            return (ReportCodes.CardMark, $"'{SafeText.Of(id)}' ends here, but '{open}' began at line {begun}. Write '{CardMark.End(open)}' below its text.", line);
        if (CardProse.LeftOpen(text[from..start]) is var (what, offset))
            return (ReportCodes.CardMark, $"{what} is not closed before '{open}' ends, and would hide what follows in the card. Close it.", begun + 1 + offset);
        _parts.Add(new ModelCardPart(id, text[from..start]));
        _open = null;
        return null;
    }

    private string Outside()
    {
        var others = _outside.Count == 1 ? "this line stands" : $"this line and {_outside.Count - 1} more stand";
        return $"{others} outside of the marked parts, so the built card does not have it. Move it between a 'mlops:begin' and its 'mlops:end'.";
    }
}
