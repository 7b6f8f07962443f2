namespace MlOps.Build.Engine.Data.Formats;

/// <summary>A file's contents are not what its format says; the message is the reason in words, without an end.</summary>
internal sealed class DamagedFileException(string code, string reason, int line = 0, string? file = null) : Exception(reason)
{
    public string Code { get; } = code;

    /// <summary>The file as the user knows it; null where the catcher knows it.</summary>
    public string? File { get; } = file;

    /// <summary>1-based line; 0 when the whole file is meant.</summary>
    public int Line { get; } = line;
}
