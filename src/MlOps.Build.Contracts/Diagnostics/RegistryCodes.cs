namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of the registry, of promotion and rollback, <c>MLOPS51xx</c>. A code is never reused.</summary>
public static class RegistryCodes
{
    /// <summary>The folder is in no git repository, or git is not there.</summary>
    public const string NoRepository = "MLOPS5100";

    /// <summary>A stage is not among those that <c>.gto</c> allows.</summary>
    public const string StageNotAllowed = "MLOPS5102";

    /// <summary>The name of an artifact, stage or version has a form that the registry does not take.</summary>
    public const string InvalidName = "MLOPS5103";

    /// <summary>The registry knows no artifact of that name, or it has to be said which is meant.</summary>
    public const string ArtifactUnknown = "MLOPS5104";

    /// <summary>The registry knows no such version.</summary>
    public const string VersionUnknown = "MLOPS5105";

    /// <summary>Somebody else was faster.</summary>
    public const string Overtaken = "MLOPS5106";

    /// <summary>Git did not write the tags.</summary>
    public const string NotWritten = "MLOPS5107";

    /// <summary>Git does not know who makes the tag.</summary>
    public const string NoIdentity = "MLOPS5108";

    /// <summary>The commit has a version already.</summary>
    public const string SecondVersion = "MLOPS5109";

    /// <summary>No earlier version is known that a rollback could return to.</summary>
    public const string NothingBelow = "MLOPS5110";

    /// <summary>The registry contradicts itself or its feed.</summary>
    public const string Inconsistent = "MLOPS5111";

    /// <summary>A moment cannot be read.</summary>
    public const string InvalidMoment = "MLOPS5112";

    /// <summary>The package to be promoted is not in its feed.</summary>
    public const string CandidateMissing = "MLOPS5120";

    /// <summary>The package to be promoted does not carry a verdict that allows it.</summary>
    public const string NotJudgedFit = "MLOPS5121";

    /// <summary>The version exists, made of other bits.</summary>
    public const string VersionTaken = "MLOPS5122";

    /// <summary>The commit that the package names is not in the repository.</summary>
    public const string CommitUnknown = "MLOPS5123";

    /// <summary>The packed model does not run in an application, or does not predict there what its golden rows say.</summary>
    public const string ConsumerFailed = "MLOPS5124";

    /// <summary>The evaluation could not be repeated.</summary>
    public const string NotEvaluated = "MLOPS5125";

    /// <summary>The target stage's checklist is not fulfilled.</summary>
    public const string StageRefuses = "MLOPS5126";

    /// <summary>The actor may not promote to the stage.</summary>
    public const string NotPermitted = "MLOPS5128";

    /// <summary>Approvals that the policy asks for are missing.</summary>
    public const string ApprovalsMissing = "MLOPS5129";

    /// <summary>The package under its stable version differs in more than its version.</summary>
    public const string LabelChangedMore = "MLOPS5130";

    /// <summary>The stage holds the version already.</summary>
    public const string AlreadyHeld = "MLOPS5131";

    /// <summary>What decides on a promotion is not committed.</summary>
    public const string NotCommitted = "MLOPS5132";
}
