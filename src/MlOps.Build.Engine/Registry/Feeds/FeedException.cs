using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Registry.Feeds;

/// <summary>What a feed did not do, in one line that says the way out.</summary>
/// <param name="code">One of <see cref="FeedCodes"/>.</param>
/// <param name="message">The feed, what happened and what to do; nothing secret.</param>
/// <param name="inner">The cause.</param>
internal sealed class FeedException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Code { get; } = code;

    public Diagnostic Diagnostic => new() { Code = Code, Severity = DiagnosticSeverity.Error, Message = Message };
}
