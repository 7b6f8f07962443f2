namespace MlOps.Build.Sources.Resilience;

/// <summary>A failure that another try may mend.</summary>
/// <param name="message">What happened, a part of a sentence.</param>
/// <param name="retryAfter">What the server asked to wait; null when it did not.</param>
/// <param name="inner">The cause.</param>
internal sealed class TransientException(string message, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
