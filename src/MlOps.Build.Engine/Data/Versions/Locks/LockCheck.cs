namespace MlOps.Build.Engine.Data.Versions.Locks;

/// <summary>A data file against the lock.</summary>
/// <param name="Data">The file.</param>
/// <param name="Line">Its line; null when there is none.</param>
/// <param name="State">How it stands.</param>
internal sealed record LockCheck(PinnedData Data, LockLine? Line, LockState State)
{
    /// <summary>Holds a file against its line.</summary>
    /// <param name="data">The file.</param>
    /// <param name="line">Its line.</param>
    /// <param name="sha256">The hash of a file; null when there is no such file. Not asked when the size says enough.</param>
    public static LockCheck Of(PinnedData data, LockLine? line, Func<string, string?> sha256)
    {
        var file = new FileInfo(data.Path);
        if (!file.Exists)
            return new LockCheck(data, line, LockState.Missing);
        if (line is null)
            return new LockCheck(data, null, LockState.NotPinned);
        var same = file.Length == line.Bytes && sha256(data.Path) == line.Sha256;
        return new LockCheck(data, line, same ? LockState.Current : LockState.Changed);
    }
}
