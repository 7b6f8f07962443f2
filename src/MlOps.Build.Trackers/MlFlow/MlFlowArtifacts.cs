using System.Security.Cryptography;
using MlOps.Build.Contracts;
using MlOps.Build.Trackers.Http;

namespace MlOps.Build.Trackers.MlFlow;

/// <summary>Sends a run's files through the server's proxy (<c>mlflow/store/artifact/mlflow_artifacts_repo.py</c>). Sent again, they are the same.</summary>
internal sealed class MlFlowArtifacts(TrackerClient client, TrackerAddress address)
{
    private const string Proxy = "api/2.0/mlflow-artifacts/artifacts";

    public async Task SendAsync(TrackedRun run, MlFlowRun remote, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var artifacts = run.Artifacts.Where(artifact => artifact.File is not null).ToList();
        if (artifacts.Count == 0)
            return;
        if (Place(remote.ArtifactUri) is not { } place)
        {
            diagnostics.Warning(RunSinkCodes.Artifact,
                $"'{address.Shown}' keeps the files of run '{run.Name}' at '{remote.ArtifactUri}', which only its own client reaches: they are not sent. Start the server with --serve-artifacts.");
            return;
        }

        foreach (var artifact in artifacts)
        {
            if (!await IsAsRecordedAsync(artifact, cancellationToken).ConfigureAwait(false))
            {
                diagnostics.Warning(RunSinkCodes.Artifact,
                    $"'{artifact.Path}' of run '{run.Name}' is gone or has changed since, so '{address.Shown}' does not get it. Send runs before the next build, or train again.");
                continue;
            }

            await client.PatientlyAsync(token => PutAsync(new Uri($"{place}/{Escaped(artifact.Path)}"), artifact.File!, token), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Where files are put; null when that is not the server's proxy.</summary>
    private string? Place(string artifactUri)
    {
        if (!Uri.TryCreate(artifactUri, UriKind.Absolute, out var uri))
            return null;
        if (uri.Scheme is "http" or "https")
            return artifactUri.Contains(Proxy, StringComparison.Ordinal) ? artifactUri.TrimEnd('/') : null;
        if (uri.Scheme != "mlflow-artifacts")
            return null;
        var path = uri.AbsolutePath.TrimStart('/');
        path = path.StartsWith(Proxy, StringComparison.Ordinal) ? path : $"{Proxy}/{path}";
        return uri.Authority.Length == 0 ? address.Below(path.TrimEnd('/')).AbsoluteUri : $"{address.Below("").Scheme}://{uri.Authority}/{path.TrimEnd('/')}";
    }

    private async Task<bool> PutAsync(Uri target, string file, CancellationToken cancellationToken)
    {
        await client.PutAsync(target, file, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static async Task<bool> IsAsRecordedAsync(RunArtifact artifact, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = new FileStream(artifact.File!, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false)) == artifact.Sha256;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
