using System.Net;
using MlOps.Build.Engine.Data.Versions.Remotes;
using MlOps.Build.Sources.Resilience;

namespace MlOps.Build.Sources.Http;

/// <summary>What a status means: worth another try, or final.</summary>
internal static class HttpAnswer
{
    /// <summary>The exception for a status that is no success.</summary>
    /// <param name="address">Where it came from, without anything secret.</param>
    /// <param name="status">The status.</param>
    /// <param name="retryAfter">What the server asked to wait.</param>
    /// <param name="detail">What the server says, in a few words; may be empty.</param>
    public static Exception Failure(string address, HttpStatusCode status, TimeSpan? retryAfter = null, string detail = "")
    {
        var said = $"{(int)status}{(detail.Length > 0 ? $" ({detail})" : "")}";
        return status switch
        {
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
                new TransientException($"answered {said}", retryAfter),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.ProxyAuthenticationRequired =>
                new RemoteException(RemoteFailure.Forbidden,
                    $"'{address}' answered {said}: no access. Set the credentials in the environment, see docs/guides/data-versions.md."),
            HttpStatusCode.NotFound or HttpStatusCode.Gone =>
                new RemoteException(RemoteFailure.NotFound, $"'{address}' answered {said}: it is not there. Push it, or mend the address."),
            HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented =>
                new RemoteException(RemoteFailure.Unsupported, $"'{address}' answered {said}: it does not take that. Use a remote that does."),
            _ => new RemoteException(RemoteFailure.Unavailable,
                $"'{address}' answered {said}, which no retry mends. Look at the address and the server."),
        };
    }

    /// <summary>The pause that an answer asks for.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter is not { } asked ? null : asked.Delta ?? (asked.Date - DateTimeOffset.UtcNow);
}
