using MlOps.Build.Engine.Data.Versions.Remotes;

namespace MlOps.Build.Sources.Azure;

/// <summary>An account of Azure Blob Storage, and what the environment has to prove who asks; never shown.</summary>
internal sealed record BlobAccount
{
    /// <summary>The account's address, such as <c>https://birds.blob.core.windows.net</c>.</summary>
    public required Uri Endpoint { get; init; }

    public required string Name { get; init; }

    /// <summary>The account's key, base64; null when there is none.</summary>
    public string? Key { get; init; }

    /// <summary>A shared access signature without its question mark; null when there is none.</summary>
    public string? Signature { get; init; }

    public bool IsAnonymous { get; init; }

    /// <summary>The account of a remote, from its settings and the variables that Azure's own tools read.</summary>
    /// <exception cref="RemoteException">Nobody says which account, or the connection string is none.</exception>
    public static BlobAccount Of(RemoteAddress address, Func<string, string?> variable)
    {
        var parts = Parse(variable("AZURE_STORAGE_CONNECTION_STRING"));
        var name = address.Setting("account_name") ?? parts.GetValueOrDefault("AccountName") ?? variable("AZURE_STORAGE_ACCOUNT")
            ?? variable("AZURE_STORAGE_ACCOUNT_NAME");
        var endpoint = parts.GetValueOrDefault("BlobEndpoint")
            ?? (name is null ? null : $"https://{name}.blob.{parts.GetValueOrDefault("EndpointSuffix") ?? "core.windows.net"}");
        if (endpoint is null || !Uri.TryCreate(endpoint.TrimEnd('/'), UriKind.Absolute, out var uri))
        {
            throw new RemoteException(RemoteFailure.Forbidden,
                $"'{address.Url}' names no account. Set 'account_name' of the remote, or AZURE_STORAGE_ACCOUNT.");
        }

        return new BlobAccount
        {
            Endpoint = uri,
            Name = name ?? uri.Host.Split('.')[0],
            Key = parts.GetValueOrDefault("AccountKey") ?? variable("AZURE_STORAGE_KEY") ?? variable("AZURE_STORAGE_ACCOUNT_KEY"),
            Signature = (parts.GetValueOrDefault("SharedAccessSignature") ?? variable("AZURE_STORAGE_SAS_TOKEN"))?.TrimStart('?'),
            IsAnonymous = address.Setting("allow_anonymous_login") is "true" or "True",
        };
    }

    // Values hold '=' themselves.
    private static Dictionary<string, string> Parse(string? text) =>
        (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(part => part.IndexOf('=', StringComparison.Ordinal) > 0)
            .GroupBy(part => part[..part.IndexOf('=', StringComparison.Ordinal)], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Last()[(group.Key.Length + 1)..], StringComparer.OrdinalIgnoreCase);
}
