namespace MlOps.Build.Trackers.Http;

/// <summary>What a tracker did not do, in a sentence that says the way out.</summary>
/// <param name="failure">Why.</param>
/// <param name="message">The sentence, without anything secret.</param>
/// <param name="code">The tracker's own name for it, such as <c>RESOURCE_ALREADY_EXISTS</c>; may be empty.</param>
/// <param name="inner">The cause.</param>
internal sealed class TrackerException(TrackerFailure failure, string message, string code = "", Exception? inner = null) : Exception(message, inner)
{
    public TrackerFailure Failure { get; } = failure;

    public string Code { get; } = code;
}
