using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>The tokens of one expression with the current one, and the report of the first mistake.</summary>
internal sealed class TokenStream
{
    private readonly string _text;
    private readonly int _end;
    private readonly Lexer _lexer;
    private readonly MistakeReport _report;
    private int _previousEnd;

    public TokenStream(string text, int start, int end, MistakeReport report)
    {
        (_text, _end, _report, _previousEnd) = (text, end, report, start);
        _lexer = new Lexer(text, start, end);
        Current = _lexer.Next();
    }

    public Token Current { get; private set; }

    /// <summary>The text from an offset to the end of the token before the current one.</summary>
    public string Since(int start) => _text[start.._previousEnd];

    /// <summary>The text from an offset to the end of the expression.</summary>
    public string Rest(int start) => _text[start.._end].Trim();

    /// <summary>True when the token after the current one is the symbol.</summary>
    public bool IsNext(string symbol) => new Lexer(_text, Current.End, _end).Next().Is(symbol);

    public void Advance()
    {
        _previousEnd = Current.End;
        Current = _lexer.Next();
    }

    public bool Accept(string symbol) => Accept(Current.Is(symbol));

    public bool AcceptWord(string word) => Accept(Current.IsWord(word));

    public bool Expect(string symbol, string what)
    {
        if (Accept(symbol))
            return true;
        Fail<Expression>($"{what} is expected, not {Describe()}");
        return false;
    }

    /// <summary>The current token for a message.</summary>
    public string Describe() => Current.Kind switch
    {
        TokenKind.End => "the end",
        TokenKind.Text => "a text",
        _ => $"'{Short(_text[Current.Start..Current.End])}'",
    };

    /// <summary>Reports a mistake at the current token; null for the caller to return.</summary>
    public T? Fail<T>(string message, string code = GateCodes.Syntax)
        where T : class
    {
        _report(code, Current.Start, Current.Kind == TokenKind.Bad ? Current.Text : message);
        return null;
    }

    public static string Short(string text) => text.Length <= 40 ? text.Trim() : text[..40].Trim() + "\u2026";

    private bool Accept(bool fits)
    {
        if (fits)
            Advance();
        return fits;
    }
}
