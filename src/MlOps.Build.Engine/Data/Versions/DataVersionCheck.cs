using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions.Locks;
using MlOps.Build.Engine.Data.Versions.Remotes;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Data.Versions;

/// <summary>Before a build reads its data: are they there, and are they what <c>mlops.lock</c> and DVC's files name?</summary>
internal sealed class DataVersionCheck(ModelProject project, IRemoteOpener? opener, DiagnosticBag diagnostics)
{
    private readonly List<string> _fetched = [];

    /// <summary>Holds the data against their versions, and fetches what is missing when there is an opener.</summary>
    /// <returns>The names of what was fetched.</returns>
    /// <exception cref="IOException">Something cannot be read or written.</exception>
    public IReadOnlyList<string> Run(CancellationToken cancellationToken)
    {
        var state = new StateFolder(project.StateFolder);
        Pinned(state, cancellationToken);
        if (!diagnostics.HasErrors)
            _fetched.AddRange(new DvcDataCheck(project, opener, diagnostics).Run(cancellationToken));
        return _fetched;
    }

    private void Pinned(StateFolder state, CancellationToken cancellationToken)
    {
        var pinned = PinnedData.Of(project);
        var isLocked = File.Exists(Path.Combine(project.Folder, LockFile.Name));
        if (pinned.Count == 0 || (!isLocked && pinned.All(data => !data.IsFetched)) || LockFile.Read(project.Folder, diagnostics) is not { } lines)
            return;
        using var held = StateLock.Take(state.LockFile, null, cancellationToken);
        var hashes = new FileHashes(state.HashesFile);
        foreach (var data in pinned)
            Check(data, lines.GetValueOrDefault(data.Source), hashes, cancellationToken);
        hashes.Save();
    }

    private void Check(PinnedData data, LockLine? line, FileHashes hashes, CancellationToken cancellationToken)
    {
        switch (LockCheck.Of(data, line, hashes.Of).State)
        {
            case LockState.Missing when data.IsFetched && line is not null && opener is not null:
                if (new LockedTransfer(project.Folder, opener, diagnostics).Pull(data, line, cancellationToken))
                    _fetched.Add(project.Display(data.Path));
                break;
            case LockState.Missing when data.IsFetched && line is not null:
                Error(data, VersionCodes.DataNotPulled,
                    $"the data file is not there yet; {LockFile.Name} pins it to '{SourceSecret.Shown(data.Source)}'. Fetch it with 'mlops data "
                        + $"pull', or build with -p:MlOpsPullData=true.");
                break;
            case LockState.Missing when data.IsFetched:
            case LockState.NotPinned:
                Error(data, VersionCodes.NotLocked,
                    $"'{SourceSecret.Shown(data.Source)}' is not in {LockFile.Name}. Pin it with 'mlops data update'.");
                break;
            case LockState.Changed:
                Error(data, VersionCodes.DataChanged,
                    $"the data differ from what {LockFile.Name} pins ({line!.Bytes} bytes, SHA-256 {line.Sha256[..12]}…). {WayOut(data)}");
                break;
        }
    }

    private static string WayOut(PinnedData data) => data.IsFetched
        ? "Go back with 'mlops data pull --force', or pin what the source holds now with 'mlops data update'."
        : "Restore the file, or pin the new content with 'mlops data update'.";

    private void Error(PinnedData data, string code, string message) => diagnostics.Error(code, message, new(project.Display(data.Path)));
}
