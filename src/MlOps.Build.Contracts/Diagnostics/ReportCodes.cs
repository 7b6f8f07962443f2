namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of reports and of the evidence that they are rendered from, <c>MLOPS43xx</c>. A code is never reused.</summary>
public static class ReportCodes
{
    /// <summary>The evidence is of a newer format than this kit reads.</summary>
    public const string EvidenceNewer = "MLOPS4300";

    /// <summary>The evidence is not JSON: truncated, damaged, or another file.</summary>
    public const string EvidenceUnreadable = "MLOPS4301";

    /// <summary>The evidence is JSON, but lacks a field or holds something else in it.</summary>
    public const string EvidenceMismatch = "MLOPS4302";

    /// <summary>There is no evidence: the project was not built, or the package was made without.</summary>
    public const string EvidenceMissing = "MLOPS4303";

    /// <summary>The evidence is larger than any build writes.</summary>
    public const string EvidenceTooLarge = "MLOPS4304";
}
