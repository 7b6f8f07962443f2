using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions.Remotes;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>The remotes of a repository, each opened once.</summary>
internal sealed class DvcRemotes(DvcRepository repository, IRemoteOpener opener, string? chosen, DiagnosticBag diagnostics) : IDisposable
{
    private readonly Dictionary<string, IRemote?> _open = new(StringComparer.Ordinal);

    /// <summary>The remote of an output; null, with an error, when there is none.</summary>
    public IRemote? Of(DvcOutput output)
    {
        var name = chosen ?? output.Remote ?? repository.Config.DefaultRemote;
        if (name is null)
        {
            Refuse("'core.remote' is missing, so nobody knows where data are. Name a remote there, or with '--remote'.");
            return null;
        }

        if (!_open.TryGetValue(name, out var remote))
            _open[name] = remote = Open(name);
        return remote;
    }

    public void Dispose()
    {
        foreach (var remote in _open.Values)
            remote?.Dispose();
    }

    private IRemote? Open(string name)
    {
        if (repository.Config.Remote(name) is not { } remote)
        {
            var known = string.Join(", ", repository.Config.RemoteNames);
            Refuse($"there is no remote '{name}' with a 'url'; known: {(known.Length > 0 ? known : "none")}. Add it to '.dvc/config'.");
            return null;
        }

        if (remote.Settings.GetValueOrDefault("version_aware") is "true" or "True"
            || remote.Settings.GetValueOrDefault("worktree") is "true" or "True")
        {
            Refuse($"remote '{name}' keeps files by a cloud's versions (version_aware, worktree), which is not supported. Use a remote without "
                + $"them.");
            return null;
        }

        try
        {
            return opener.Open(new RemoteAddress(remote.Url, remote.Settings));
        }
        catch (RemoteException exception)
        {
            diagnostics.Add(exception.Diagnostic);
            return null;
        }
    }

    private void Refuse(string message) =>
        diagnostics.Error(VersionCodes.DvcConfigInvalid, message, new(repository.Display(Path.Combine(repository.Folder, "config"))));
}
