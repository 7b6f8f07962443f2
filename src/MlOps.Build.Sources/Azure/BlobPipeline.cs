using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace MlOps.Build.Sources.Azure;

/// <summary>
/// Sends requests to Azure Blob Storage with what the environment has: an account key, a shared access signature, or Azure's chain of
/// identities (environment, workload identity federation, managed identity, the command line's login).
/// </summary>
internal static class BlobPipeline
{
    public const string Version = "2021-12-02";

    private const string Scope = "https://storage.azure.com/.default";

    public static HttpPipeline Create(BlobAccount account)
    {
        var options = new Options();
        // Retries are counted in one place, and it is not the pipeline.
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = TimeSpan.FromMinutes(5);
        options.Diagnostics.IsLoggingEnabled = false;
        return HttpPipelineBuilder.Build(options, Credential(account) is { } policy ? [policy] : []);
    }

    private static HttpPipelinePolicy? Credential(BlobAccount account)
    {
        if (account.IsAnonymous || account.Signature is not null)
            return null;
        return account.Key is { } key
            ? new SharedKeyPolicy(account.Name, key)
            : new BearerTokenAuthenticationPolicy(new DefaultAzureCredential(), Scope);
    }

    private sealed class Options : ClientOptions;
}
