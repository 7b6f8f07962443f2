using Amazon.Runtime;
using Amazon.S3;
using MlOps.Build.Engine.Data.Versions.Remotes;
using MlOps.Build.Sources.Http;
using MlOps.Build.Sources.Resilience;

namespace MlOps.Build.Sources.S3;

/// <summary>What an exception of the S3 client means: worth another try, or final.</summary>
internal static class S3Answer
{
    /// <summary>True for exceptions that <see cref="Failure"/> explains.</summary>
    public static bool Knows(Exception exception) =>
        exception is AmazonClientException or AmazonServiceException or HttpRequestException or IOException;

    public static Exception Failure(string address, Exception exception) => exception switch
    {
        AmazonS3Exception { StatusCode: > 0 } answer => HttpAnswer.Failure(address, answer.StatusCode, detail: answer.ErrorCode ?? ""),
        AmazonServiceException { StatusCode: > 0 } answer => HttpAnswer.Failure(address, answer.StatusCode, detail: answer.ErrorCode ?? ""),
        AmazonServiceException or HttpRequestException or IOException => new TransientException("cannot be reached", inner: exception),
        // The client has no other way to say that its chain of credentials found none.
        _ => new RemoteException(
            RemoteFailure.Forbidden,
            $"'{address}' needs credentials and the environment has none. Set them, see docs/guides/data-versions.md, or 'allow_anonymous_login' "
                + $"for a public bucket.",
            exception),
    };
}
