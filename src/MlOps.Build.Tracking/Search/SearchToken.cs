namespace MlOps.Build.Tracking.Search;

/// <summary>A word of a filter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Without quotes.</param>
/// <param name="Place">Where it begins, from 1.</param>
internal readonly record struct SearchToken(TokenKind Kind, string Text, int Place)
{
    public bool Is(string word) => Kind == TokenKind.Name && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
