namespace MlOps.Build.Contracts;

/// <summary>Names of the tags that a build gives its runs.</summary>
public static class RunTags
{
    /// <summary>The commit that the project's folder has checked out.</summary>
    public const string Commit = "git.commit";

    /// <summary><c>true</c> when tracked files of the project differ from the commit.</summary>
    public const string Dirty = "git.dirty";

    /// <summary>The user's name on the machine.</summary>
    public const string User = "user";

    /// <summary>The machine's name.</summary>
    public const string Host = "host";

    /// <summary>The project's name.</summary>
    public const string Source = "source";

    /// <summary>The version of MlOps.Build.</summary>
    public const string Kit = "kit";

    /// <summary>The stage that made the run: <c>tune</c>, <c>train</c> or <c>evaluate</c>.</summary>
    public const string Stage = "stage";

    /// <summary>The key of the stage's outputs: runs of one key have the same inputs and settings.</summary>
    public const string Key = "stage.key";

    /// <summary>Why a run ended without a result, in words.</summary>
    public const string Reason = "reason";
}
