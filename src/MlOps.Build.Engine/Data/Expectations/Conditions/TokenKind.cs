namespace MlOps.Build.Engine.Data.Expectations.Conditions;

/// <summary>The kinds of tokens of a row condition.</summary>
internal enum TokenKind
{
    End,
    Word,

    /// <summary>A name between backticks.</summary>
    Name,
    Number,
    Text,
    Sign,

    /// <summary>Something that has no meaning here.</summary>
    Wrong,
}
