namespace MlOps.Build.Engine.Data.Versions.Remotes;

/// <summary>Why a remote did not do what it was asked.</summary>
internal enum RemoteFailure
{
    /// <summary>It does not answer, breaks off or is out of order, however often it is asked.</summary>
    Unavailable,

    /// <summary>It wants other credentials, or these may not.</summary>
    Forbidden,

    /// <summary>There is nothing of that name.</summary>
    NotFound,

    /// <summary>A query is not sound, or the database does not take it.</summary>
    Query,

    /// <summary>A value of a query cannot be kept.</summary>
    Value,

    /// <summary>Nobody here knows this kind of address, or this kind cannot do it.</summary>
    Unsupported,
}
