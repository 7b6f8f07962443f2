namespace MlOps.Build.Tracking.Search;

/// <summary>Kinds of words in a filter.</summary>
internal enum TokenKind
{
    /// <summary>A field or a word such as <c>and</c>; parts of a field may be quoted.</summary>
    Name,

    Number,

    Text,

    /// <summary>A comparison, bracket or comma.</summary>
    Sign,

    End,
}
