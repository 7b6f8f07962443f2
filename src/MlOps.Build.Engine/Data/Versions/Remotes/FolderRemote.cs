using System.Runtime.CompilerServices;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Data.Versions.Remotes;

/// <summary>A folder: a mounted share, or a disk.</summary>
internal sealed class FolderRemote(string folder) : IRemote
{
    public string Address => folder;

    public Task<RemoteObject?> FindAsync(string path, CancellationToken cancellationToken)
    {
        Expect();
        var file = new FileInfo(Path.Combine(folder, path));
        return Task.FromResult(file.Exists ? new RemoteObject(file.Length, null) : null);
    }

    public Task<RemoteContent> OpenAsync(string path, long offset, CancellationToken cancellationToken)
    {
        Expect();
        var file = Path.Combine(folder, path);
        try
        {
            var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            var start = Math.Min(offset, stream.Length);
            stream.Position = start;
            return Task.FromResult(new RemoteContent(stream, start, new RemoteObject(stream.Length, null)));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RemoteException(RemoteFailure.NotFound, $"'{folder}' has no '{path}'. Push it there, or name another remote.", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new RemoteException(RemoteFailure.Forbidden, $"'{file}' may not be read by this user. Change its permissions.", exception);
        }
    }

    public Task PutAsync(string path, string file, CancellationToken cancellationToken)
    {
        var target = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        WholeFile.Copy(file, target);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var root = Path.Combine(folder, prefix.TrimEnd('/'));
        if (!Directory.Exists(root))
            yield break;
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Path.GetRelativePath(folder, file).Replace('\\', '/');
        }
    }

    public void Dispose()
    {
    }

    // A share that is not mounted looks like an empty one.
    private void Expect()
    {
        if (!Directory.Exists(folder))
            throw new RemoteException(RemoteFailure.NotFound, $"the folder '{folder}' does not exist. Mount it, or change the remote's 'url'.");
    }
}
