namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of package feeds, <c>MLOPS5040</c> to <c>MLOPS5059</c>. A code is never reused.</summary>
public static class FeedCodes
{
    /// <summary>There is no feed of that name, no folder of that path, or no service at that address.</summary>
    public const string NotFound = "MLOPS5040";

    /// <summary>A feed does not answer, breaks off, or its disk does not take what is written.</summary>
    public const string Unavailable = "MLOPS5041";

    /// <summary>A feed wants other credentials, or does not let this user write.</summary>
    public const string Forbidden = "MLOPS5042";

    /// <summary>A feed cannot do what it is asked, or its description cannot be understood.</summary>
    public const string Unsupported = "MLOPS5043";

    /// <summary>What a feed sent is not what was asked for: another package, more than allowed, or other bytes than it says.</summary>
    public const string Unfit = "MLOPS5044";

    /// <summary>A package cannot be pushed as it is: it has another id or version than it is pushed as, or cannot be read.</summary>
    public const string NotPushable = "MLOPS5045";
}
