namespace MlOps.Build.Engine.Data.Versions.Remotes;

/// <summary>An object's content as it comes.</summary>
/// <param name="Stream">The bytes from <paramref name="Offset"/> on.</param>
/// <param name="Offset">Where they begin: 0 when the remote cannot begin elsewhere.</param>
/// <param name="Object">The object as a whole.</param>
internal sealed record RemoteContent(Stream Stream, long Offset, RemoteObject Object) : IDisposable
{
    public void Dispose() => Stream.Dispose();
}
