namespace MlOps.Build.Engine.Data.Expectations.Conditions;

/// <summary>A word, sign or value of a row condition.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Without quotes.</param>
internal readonly record struct ConditionToken(TokenKind Kind, string Text)
{
    public bool Is(params ReadOnlySpan<string> words)
    {
        if (Kind is not (TokenKind.Word or TokenKind.Sign))
            return false;
        foreach (var word in words)
        {
            if (Text.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
