using System.Net.Http.Headers;

namespace MlOps.Build.Sources.Http;

/// <summary>
/// A bearer token from <c>MLOPS_HTTP_TOKEN_&lt;HOST&gt;</c>, the host in upper case and all but letters and digits as <c>_</c>. It goes to that host
/// alone, and only encrypted or to this machine.
/// </summary>
internal static class HttpCredential
{
    public static AuthenticationHeaderValue? Of(Uri address, Func<string, string?> variable)
    {
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
            return null;
        var name = "MLOPS_HTTP_TOKEN_" + string.Concat(address.Host.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'));
        return variable(name) is { Length: > 0 } token ? new AuthenticationHeaderValue("Bearer", token) : null;
    }
}
