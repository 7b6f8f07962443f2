namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>One token.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset in the file.</param>
/// <param name="End">Offset after it.</param>
/// <param name="Text">The name, the symbol, the unquoted text, or for a bad token the message.</param>
/// <param name="Value">The number, in the base unit.</param>
/// <param name="Unit">The number's unit, when it has one.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string Text, double Value = 0, string? Unit = null)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    public bool IsWord(string word) => Kind == TokenKind.Name && Text == word;
}
