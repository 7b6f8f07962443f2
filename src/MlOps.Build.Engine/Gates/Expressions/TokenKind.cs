namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    Number,
    Name,
    Text,

    /// <summary>A comparison, an operator or a delimiter.</summary>
    Symbol,
    End,

    /// <summary>Not a token; its text is the message.</summary>
    Bad,
}
