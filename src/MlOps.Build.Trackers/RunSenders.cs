using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Trackers.Http;
using MlOps.Build.Trackers.MlFlow;
using MlOps.Build.Trackers.Spool;
using MlOps.Build.Trackers.WeightsAndBiases;

namespace MlOps.Build.Trackers;

/// <summary>
/// Sends runs to the servers that the environment names. A run is kept in a spool first, so a server that is down, slow or refuses costs a build no more
/// than the time that <see cref="TrackerPatience"/> states, in all, and never an error; what waits is sent later, and nothing twice.
/// </summary>
internal sealed class RunSenders : IDisposable
{
    private readonly RunSpool _spool;
    private readonly IReadOnlyList<IRunDestination> _destinations;
    private readonly RunFolders _folders;
    private readonly IReadOnlyList<HttpClient> _clients;
    private readonly SendingTime _time;
    private readonly HashSet<IRunDestination> _failed = [];

    private RunSenders(RunSpool spool, IReadOnlyList<IRunDestination> destinations, RunFolders folders, IReadOnlyList<HttpClient> clients, SendingTime time)
    {
        (_spool, _destinations, _folders, _clients, _time) = (spool, destinations, folders, clients, time);
    }

    /// <summary>True when the environment names neither a server nor a folder.</summary>
    public bool IsEmpty => _destinations.Count == 0 && _folders.IsEmpty;

    /// <param name="variable">The environment.</param>
    /// <param name="spoolFolder">Where runs wait.</param>
    /// <param name="patience">How long servers are waited for: <see cref="TrackerPatience.Build"/> or <see cref="TrackerPatience.Request"/>.</param>
    /// <param name="diagnostics">Takes what is wrong with the settings.</param>
    public static RunSenders FromEnvironment(Func<string, string?> variable, string spoolFolder, TrackerPatience patience, DiagnosticBag diagnostics)
    {
        var spool = new RunSpool(spoolFolder);
        var destinations = new List<IRunDestination>();
        var clients = new List<HttpClient>();
        if (MlFlowSettings.Read(MlFlowSettings.TrackingVariable, variable, diagnostics) is { } mlFlow)
        {
            clients.Add(TrackerHandlers.Client(mlFlow.IsInsecure, mlFlow.Certificates));
            destinations.Add(new MlFlowDestination(mlFlow, new TrackerClient(clients[^1], mlFlow.Address, patience), spool));
        }

        if (WandbSettings.Read(variable, diagnostics) is { } wandb)
        {
            clients.Add(TrackerHandlers.Client());
            destinations.Add(new WandbDestination(wandb, new TrackerClient(clients[^1], wandb.Address, patience)));
        }

        return new RunSenders(spool, destinations, RunFolders.FromEnvironment(variable, spoolFolder), clients, new SendingTime(patience.Total, patience.Retries.Clock));
    }

    /// <summary>Keeps a run for each server, and sends it as far as there is time. Never throws for what a server does.</summary>
    public async Task SendAsync(TrackedRun run, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        _folders.Write(run, diagnostics);
        foreach (var destination in _destinations)
        {
            if (Keep(run, destination, diagnostics) is not { } file)
                continue;
            if (_failed.Contains(destination) || !await SendFileAsync(file, destination, diagnostics, cancellationToken).ConfigureAwait(false))
                KeepArtifacts(file, destination, diagnostics);
        }
    }

    /// <summary>Sends what waits for the servers that the environment names now; what is for others stays.</summary>
    /// <returns>How many runs were sent.</returns>
    public async Task<int> SendSpooledAsync(DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var sent = 0;
        foreach (var file in _spool.Files())
        {
            if (Destination(file, diagnostics) is { } destination && !_failed.Contains(destination)
                && await SendFileAsync(file, destination, diagnostics, cancellationToken).ConfigureAwait(false))
            {
                sent++;
            }
        }

        return sent;
    }

    public void Dispose()
    {
        foreach (var client in _clients)
            client.Dispose();
    }

    private string? Keep(TrackedRun run, IRunDestination destination, DiagnosticBag diagnostics)
    {
        try
        {
            return _spool.Add(new SpooledRun { Destination = destination.Name, Address = destination.Address, Settings = destination.Settings, Run = run });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FailedWriteException)
        {
            diagnostics.Warning(RunSinkCodes.Spool,
                $"run '{run.Name}' cannot be kept for '{destination.Address}' in '{_spool.Folder}' ({exception.Message}): it is not sent. Free space or mend the folder's rights.");
            return null;
        }
    }

    private void KeepArtifacts(string file, IRunDestination destination, DiagnosticBag diagnostics)
    {
        try
        {
            if (destination.TakesFiles)
                _spool.CopyArtifacts(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FailedWriteException or JsonException)
        {
            diagnostics.Warning(RunSinkCodes.Spool, $"the files of a run that waits cannot be copied to '{_spool.Folder}' ({exception.Message}). Send it before the next build, or free space.");
        }
    }

    private IRunDestination? Destination(string file, DiagnosticBag diagnostics)
    {
        try
        {
            return RunSpool.Read(file) is { } entry ? _destinations.FirstOrDefault(item => item.Name == entry.Destination && item.Address == entry.Address) : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            diagnostics.Warning(RunSinkCodes.Spool, $"'{file}' is no run that waits ({exception.Message}) and stays unsent. Delete it, or update the tool.");
            return null;
        }
    }

    private async Task<bool> SendFileAsync(string file, IRunDestination destination, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        using var left = _time.Begin(cancellationToken);
        try
        {
            using var alone = await _spool.LockAsync("send", Path.GetFileName(file), left.Token).ConfigureAwait(false);
            if (RunSpool.Read(file) is not { } entry)
                return false;
            await destination.SendAsync(entry.Run, entry.Settings, diagnostics, left.Token).ConfigureAwait(false);
            _spool.Remove(file, entry);
            return true;
        }
        catch (TrackerException exception)
        {
            Report(file, destination, exception, diagnostics);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _failed.Add(destination);
            diagnostics.Info(RunSinkCodes.TimeUsedUp,
                $"the {_time.Total.TotalSeconds:0} s that a build gives to '{destination.Address}' are used up; the rest waits. The next build sends it, or 'mlops runs send' now.");
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException or KeyNotFoundException or InvalidOperationException)
        {
            _failed.Add(destination);
            diagnostics.Warning(RunSinkCodes.Unavailable, $"'{destination.Address}' answered in a form that is not its own ({exception.Message}); the run waits. Look at the address.");
        }

        return false;
    }

    private void Report(string file, IRunDestination destination, TrackerException exception, DiagnosticBag diagnostics)
    {
        switch (exception.Failure)
        {
            case TrackerFailure.Rejected:
                diagnostics.Warning(RunSinkCodes.Rejected, $"{exception.Message} The run is set aside in '{_spool.SetAside(file)}'. Mend what it says and move the file back, or delete it.");
                break;
            case TrackerFailure.Forbidden:
                _failed.Add(destination);
                diagnostics.Warning(RunSinkCodes.Forbidden, $"{exception.Message} The run waits in '{_spool.Folder}'; 'mlops runs send' sends it.");
                break;
            default:
                _failed.Add(destination);
                diagnostics.Warning(RunSinkCodes.Unavailable, $"{exception.Message} The run waits in '{_spool.Folder}'; the next build or 'mlops runs send' sends it.");
                break;
        }
    }
}
