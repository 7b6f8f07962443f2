namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of data versions and where data come from, <c>MLOPS106x</c> to <c>MLOPS108x</c>, and of queries, <c>MLOPS1138</c> to <c>MLOPS1140</c>. A code is never reused.</summary>
public static class VersionCodes
{
    /// <summary>There is no DVC repository above the folder.</summary>
    public const string NoDvcRepository = "MLOPS1060";

    /// <summary>A <c>.dvc</c> file or <c>dvc.lock</c> says something that cannot be used.</summary>
    public const string DvcFileInvalid = "MLOPS1061";

    /// <summary>A path in a file of versions leads out of its place.</summary>
    public const string PathOutside = "MLOPS1062";

    /// <summary>DVC's configuration cannot be used.</summary>
    public const string DvcConfigInvalid = "MLOPS1063";

    /// <summary>The list of a directory's files is damaged.</summary>
    public const string DirectoryObjectInvalid = "MLOPS1064";

    /// <summary>Bytes do not have the hash that was recorded.</summary>
    public const string HashMismatch = "MLOPS1065";

    /// <summary>An object is neither in the cache nor in the remote.</summary>
    public const string ObjectMissing = "MLOPS1066";

    /// <summary>A pull would lose a local change.</summary>
    public const string LocalChanges = "MLOPS1067";

    /// <summary>Data are versioned and were not fetched yet.</summary>
    public const string DataNotPulled = "MLOPS1068";

    /// <summary>Data differ from what their version says.</summary>
    public const string DataChanged = "MLOPS1069";

    /// <summary><c>mlops.lock</c> cannot be read.</summary>
    public const string LockInvalid = "MLOPS1070";

    /// <summary>Data outside the project are not in <c>mlops.lock</c>.</summary>
    public const string NotLocked = "MLOPS1071";

    /// <summary>A remote refuses access.</summary>
    public const string RemoteForbidden = "MLOPS1072";

    /// <summary>A remote does not have what was asked for.</summary>
    public const string RemoteNotFound = "MLOPS1073";

    /// <summary>A remote does not answer, or breaks off, however often it is asked.</summary>
    public const string RemoteUnavailable = "MLOPS1074";

    /// <summary>An address is of no kind that is known.</summary>
    public const string RemoteUnsupported = "MLOPS1075";

    /// <summary>A secret stands in a file or an address.</summary>
    public const string SecretInFile = "MLOPS1076";

    /// <summary>A symbolic link leads in a circle, to nothing, or to a folder.</summary>
    public const string LinkNotFollowed = "MLOPS1077";

    /// <summary>A path cannot be added, since something else has it.</summary>
    public const string AlreadyTracked = "MLOPS1078";

    /// <summary>Files are linked to the cache and must not be edited in place.</summary>
    public const string LinkedToCache = "MLOPS1079";

    /// <summary>A size is not the recorded one, or beyond any limit.</summary>
    public const string WrongSize = "MLOPS1080";

    /// <summary>There is nothing to add, or nothing of that name is versioned.</summary>
    public const string NothingToVersion = "MLOPS1081";

    /// <summary><c>mlops.lock</c> has a line that no data item needs.</summary>
    public const string LockLineUnused = "MLOPS1082";

    /// <summary>A file of a query is not sound, or the database does not take it.</summary>
    public const string QueryFailed = "MLOPS1138";

    /// <summary>A value of a query cannot be kept.</summary>
    public const string QueryValue = "MLOPS1139";

    /// <summary>The rows of a query have no order of their own.</summary>
    public const string QueryUnordered = "MLOPS1140";
}
