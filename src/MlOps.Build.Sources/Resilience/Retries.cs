using MlOps.Build.Engine.Data.Versions.Remotes;
using Polly;
using Polly.Retry;

namespace MlOps.Build.Sources.Resilience;

/// <summary>Asks again when that may help: capped, with growing and jittered pauses, and never after an answer that stays the same.</summary>
internal sealed class Retries
{
    private readonly ResiliencePipeline _pipeline;

    public Retries(RetrySettings settings)
    {
        Settings = settings;
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = settings.Clock }.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<TransientException>(),
            MaxRetryAttempts = settings.Attempts,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = settings.Delay,
            MaxDelay = settings.LongestDelay,
            DelayGenerator = asked => ValueTask.FromResult(Asked(asked.Outcome.Exception)),
        }).Build();
    }

    public RetrySettings Settings { get; }

    /// <summary>Runs something until it succeeds or the tries are used up.</summary>
    /// <exception cref="RemoteException">It failed for good.</exception>
    public async Task<T> RunAsync<T>(string address, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async token => await work(token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        catch (TransientException exception)
        {
            throw new RemoteException(
                RemoteFailure.Unavailable,
                $"'{address}' {exception.Message}, in {Settings.Attempts + 1} tries. Try again later; what has come is kept.",
                exception);
        }
    }

    private TimeSpan? Asked(Exception? exception) =>
        exception is TransientException { RetryAfter: { } wait } ? TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, Settings.LongestDelay.Ticks)) : null;
}
