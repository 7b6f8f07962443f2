using System.Security.Cryptography.X509Certificates;

namespace MlOps.Build.Trackers.Http;

/// <summary>Connections that give up soon and go nowhere but to the named server.</summary>
internal static class TrackerHandlers
{
    /// <param name="isInsecure">True to believe any certificate.</param>
    /// <param name="certificates">A PEM file of authorities to believe instead of the machine's; null for those.</param>
    public static HttpClient Client(bool isInsecure = false, string? certificates = null)
    {
        var handler = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(3), AllowAutoRedirect = false };
        if (isInsecure)
            handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        else if (certificates is not null)
            handler.SslOptions.CertificateChainPolicy = Trusting(certificates);
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private static X509ChainPolicy Trusting(string file)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(file);
        return policy;
    }
}
