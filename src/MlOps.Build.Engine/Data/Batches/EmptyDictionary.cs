namespace MlOps.Build.Engine.Data.Batches;

internal sealed class EmptyDictionary : ITextDictionary
{
    public static readonly EmptyDictionary Instance = new();

    public int Count => 0;

    public ReadOnlySpan<byte> Utf8(int code) => throw new ArgumentOutOfRangeException(nameof(code));

    public string Text(int code) => throw new ArgumentOutOfRangeException(nameof(code));
}
