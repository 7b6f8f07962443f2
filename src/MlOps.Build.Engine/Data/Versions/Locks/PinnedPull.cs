using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions.Remotes;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Data.Versions.Locks;

/// <summary>Brings one pinned file to what its line says.</summary>
internal static class PinnedPull
{
    /// <summary>True when it was fetched, false when it was right already; null, with an error, when it stays as it is.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static bool? Run(
        string folder, PinnedData data, LockLine? line, bool force, IRemoteOpener opener, DiagnosticBag diagnostics,
            CancellationToken cancellationToken)
    {
        var shown = Path.GetRelativePath(folder, data.Path).Replace('\\', '/');
        if (line is null)
        {
            diagnostics.Error(VersionCodes.NotLocked,
                $"its Source '{SourceSecret.Shown(data.Source)}' is not in {LockFile.Name}. Pin it with 'mlops data update'.", new(shown));
            return null;
        }

        var check = LockCheck.Of(data, line, ContentHash.OfFile);
        if (check.State == LockState.Current)
            return false;
        if (check.State == LockState.Changed && !force)
        {
            diagnostics.Error(
                VersionCodes.LocalChanges, $"its content is not what {LockFile.Name} pins, and may be only here. Keep a copy, then lose it with "
                    + $"'--force'.", new(shown));
            return null;
        }

        return new LockedTransfer(folder, opener, diagnostics).Pull(data, line, cancellationToken) ? true : null;
    }
}
