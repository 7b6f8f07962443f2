namespace MlOps.Build.Engine.Data.Batches;

/// <summary>Different texts by number, from 0 on; it only grows.</summary>
internal interface ITextDictionary
{
    int Count { get; }

    /// <summary>A text in UTF-8, without quotes around it and with doubled ones undone.</summary>
    ReadOnlySpan<byte> Utf8(int code);

    string Text(int code);
}
