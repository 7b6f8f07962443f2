using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Versions.Remotes;

/// <summary>What a remote did not do, in a sentence that says the way out.</summary>
internal sealed class RemoteException(RemoteFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public RemoteFailure Failure { get; } = failure;

    /// <summary>Where it is, for what stands in a file of the project.</summary>
    public SourcePosition Position { get; init; }

    public Diagnostic Diagnostic => new() { Code = Code, Severity = DiagnosticSeverity.Error, Message = Message, Position = Position };

    private string Code => Failure switch
    {
        RemoteFailure.Forbidden => VersionCodes.RemoteForbidden,
        RemoteFailure.NotFound => VersionCodes.RemoteNotFound,
        RemoteFailure.Query => VersionCodes.QueryFailed,
        RemoteFailure.Value => VersionCodes.QueryValue,
        RemoteFailure.Unsupported => VersionCodes.RemoteUnsupported,
        _ => VersionCodes.RemoteUnavailable,
    };
}
