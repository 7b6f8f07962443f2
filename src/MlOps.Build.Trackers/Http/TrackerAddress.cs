using System.Net.Http.Headers;
using System.Text;

namespace MlOps.Build.Trackers.Http;

/// <summary>A server and the account that goes to it alone.</summary>
internal sealed class TrackerAddress
{
    private readonly Uri _root;

    private TrackerAddress(Uri root, AuthenticationHeaderValue? account)
    {
        _root = root;
        Account = account;
        Shown = root.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
    }

    /// <summary>Its address, without anything secret.</summary>
    public string Shown { get; }

    public AuthenticationHeaderValue? Account { get; }

    /// <param name="url">Its address; a user and password in it are an account.</param>
    /// <param name="account">The account to use otherwise.</param>
    /// <returns>Null when the address is none of HTTP.</returns>
    public static TrackerAddress? Parse(string url, AuthenticationHeaderValue? account)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
            return null;
        var colon = uri.UserInfo.IndexOf(':');
        return new TrackerAddress(uri, colon < 0
            ? account
            : Basic(Uri.UnescapeDataString(uri.UserInfo[..colon]), Uri.UnescapeDataString(uri.UserInfo[(colon + 1)..])));
    }

    public static AuthenticationHeaderValue Basic(string user, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));

    /// <summary>An address below it.</summary>
    /// <param name="path">Path and query, escaped.</param>
    public Uri Below(string path) => new($"{Shown}/{path}");

    /// <summary>Whether an address is this server's.</summary>
    public bool Owns(Uri uri) => Uri.Compare(uri, _root, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}
