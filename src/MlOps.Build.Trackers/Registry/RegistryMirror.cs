using MlOps.Build.Contracts;
using MlOps.Build.Trackers.Http;
using MlOps.Build.Trackers.MlFlow;

namespace MlOps.Build.Trackers.Registry;

/// <summary>
/// Writes versions to MLflow's model registry, where the variable <c>MLFLOW_REGISTRY_URI</c> names one. It is a mirror: what goes wrong there is a
/// warning, and the same call again mends it.
/// </summary>
internal sealed class RegistryMirror : IDisposable
{
    private readonly HttpClient _client;
    private readonly MlFlowRegistry _registry;
    private readonly TrackerPatience _patience;

    private RegistryMirror(HttpClient client, MlFlowRegistry registry, TrackerPatience patience)
    {
        (_client, _registry, _patience) = (client, registry, patience);
    }

    /// <returns>Null when no registry is named, or none that takes HTTP; the latter is a finding.</returns>
    public static RegistryMirror? FromEnvironment(Func<string, string?> variable, TrackerPatience patience, DiagnosticBag diagnostics)
    {
        if (MlFlowSettings.Read(MlFlowSettings.RegistryVariable, variable, diagnostics) is not { } settings)
            return null;
        var client = TrackerHandlers.Client(settings.IsInsecure, settings.Certificates);
        return new RegistryMirror(client, new MlFlowRegistry(new MlFlowApi(new TrackerClient(client, settings.Address, patience))), patience);
    }

    /// <summary>Makes sure that the registry has the version, its tags and its aliases.</summary>
    /// <returns>True when it has.</returns>
    public async Task<bool> WriteAsync(MirroredVersion version, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        using var left = new SendingTime(_patience.Total, _patience.Retries.Clock).Begin(cancellationToken);
        try
        {
            await _registry.WriteAsync(version, left.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is TrackerException or KeyNotFoundException or InvalidOperationException)
        {
            diagnostics.Warning(RunSinkCodes.Registry, $"{version.Name} {version.Version} is not mirrored: {exception.Message} Run the command again; what is there stays.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            diagnostics.Warning(RunSinkCodes.Registry,
                $"{version.Name} {version.Version} is not mirrored: the registry took more than {_patience.Total.TotalSeconds:0} s. Run the command again; what is there stays.");
        }

        return false;
    }

    public void Dispose() => _client.Dispose();
}
