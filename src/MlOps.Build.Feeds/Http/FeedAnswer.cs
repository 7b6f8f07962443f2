using System.Net;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry.Feeds;
using MlOps.Build.Sources.Http;
using MlOps.Build.Sources.Resilience;

namespace MlOps.Build.Feeds.Http;

/// <summary>What a server's answer means.</summary>
internal static class FeedAnswer
{
    public static bool IsMissing(HttpResponseMessage response) => response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone;

    /// <summary>True when the server says that it has not even looked at the request.</summary>
    public static bool IsBusy(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;

    public static bool IsRedirect(HttpResponseMessage response) => response.StatusCode is HttpStatusCode.MovedPermanently
        or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    public static TransientException Busy(HttpResponseMessage response) => new($"answered {(int)response.StatusCode}", HttpAnswer.RetryAfter(response));

    /// <summary>The exception for a status that is no success.</summary>
    /// <param name="feed">The feed's name.</param>
    /// <param name="what">What was asked, such as "reading".</param>
    /// <param name="response">The answer.</param>
    public static Exception Failure(string feed, string what, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return response.StatusCode switch
        {
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => Busy(response),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.ProxyAuthenticationRequired => new FeedException(
                FeedCodes.Forbidden,
                $"the feed '{feed}' answered {status} to {what}: no access. Set packageSourceCredentials in nuget.config, and MLOPS_FEED_KEY for a push."),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => new FeedException(
                FeedCodes.NotFound, $"the feed '{feed}' answered {status} to {what}: there is nothing. Look at its address."),
            HttpStatusCode.RequestEntityTooLarge => new FeedException(
                FeedCodes.Unsupported, $"the feed '{feed}' answered {status} to {what}: it takes no package of that size. Raise its limit, or split the package."),
            _ => new FeedException(
                FeedCodes.Unavailable, $"the feed '{feed}' answered {status} to {what}, which no retry mends. Look at its log and at the package."),
        };
    }
}
