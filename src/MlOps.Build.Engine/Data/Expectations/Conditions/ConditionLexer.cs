using System.Text;

namespace MlOps.Build.Engine.Data.Expectations.Conditions;

/// <summary>Cuts a row condition into tokens.</summary>
internal static class ConditionLexer
{
    private static readonly string[] Signs = ["==", "!=", "<>", "<=", ">=", "<", ">", "=", "(", ")", "[", "]", ",", ".", "&", "|", "~"];

    public static List<ConditionToken> Cut(string text)
    {
        var tokens = new List<ConditionToken>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
                at++;
            else
                tokens.Add(Next(text, ref at));
        }

        tokens.Add(new ConditionToken(TokenKind.End, ""));
        return tokens;
    }

    private static ConditionToken Next(string text, ref int at)
    {
        var c = text[at];
        if (c is '"' or '\'' or '`')
            return Quoted(text, ref at);
        if (char.IsAsciiDigit(c) || (c is '-' or '+' or '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
            return Number(text, ref at);
        if (char.IsLetter(c) || c == '_')
            return Word(text, ref at);
        foreach (var sign in Signs)
        {
            if (text.AsSpan(at).StartsWith(sign, StringComparison.Ordinal))
            {
                at += sign.Length;
                return new ConditionToken(TokenKind.Sign, sign);
            }
        }

        at++;
        return new ConditionToken(TokenKind.Wrong, c.ToString());
    }

    private static ConditionToken Quoted(string text, ref int at)
    {
        var quote = text[at++];
        var inside = new StringBuilder();
        while (at < text.Length && text[at] != quote)
        {
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '\\' or '\'' or '"' && quote != '`')
                at++;
            inside.Append(text[at++]);
        }

        if (at++ >= text.Length)
            return new ConditionToken(TokenKind.Wrong, quote + inside.ToString());
        return new ConditionToken(quote == '`' ? TokenKind.Name : TokenKind.Text, inside.ToString());
    }

    private static ConditionToken Number(string text, ref int at)
    {
        var start = at++;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '.' || (text[at] is '+' or '-' && text[at - 1] is 'e' or 'E')))
            at++;
        return new ConditionToken(TokenKind.Number, text[start..at]);
    }

    private static ConditionToken Word(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
            at++;
        return new ConditionToken(TokenKind.Word, text[start..at]);
    }
}
