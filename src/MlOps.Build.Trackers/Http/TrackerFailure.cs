namespace MlOps.Build.Trackers.Http;

/// <summary>Why a tracker did not take something.</summary>
internal enum TrackerFailure
{
    /// <summary>It does not answer, breaks off or is out of order. Later may be better.</summary>
    Unavailable,

    /// <summary>It wants other credentials, or these may not.</summary>
    Forbidden,

    /// <summary>It understands and says no; that stays so.</summary>
    Rejected,
}
