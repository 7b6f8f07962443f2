using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Versions.Remotes;

/// <summary>What a remote did not do, in a sentence that says the way out.</summary>
internal sealed class RemoteException(RemoteFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public RemoteFailure Failure { get; } = failure;

    public Diagnostic Diagnostic => new() { Code = Code, Severity = DiagnosticSeverity.Error, Message = Message };

    private string Code => Failure switch
    {
        RemoteFailure.Forbidden => VersionCodes.RemoteForbidden,
        RemoteFailure.NotFound => VersionCodes.RemoteNotFound,
        RemoteFailure.Unsupported => VersionCodes.RemoteUnsupported,
        _ => VersionCodes.RemoteUnavailable,
    };
}
