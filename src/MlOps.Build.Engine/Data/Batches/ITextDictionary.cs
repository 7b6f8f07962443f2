namespace MlOps.Build.Engine.Data.Batches;

/// <summary>Different texts by number, from 0 on; it only grows.</summary>
internal interface ITextDictionary
{
    int Count { get; }

    /// <summary>True when its texts are the reader's again after the batch: what is to be known of them must be taken during <see cref="IBatchSink.Add"/>.</summary>
    bool IsLent => false;

    /// <summary>A text in UTF-8, without quotes around it and with doubled ones undone.</summary>
    ReadOnlySpan<byte> Utf8(int code);

    string Text(int code);
}
