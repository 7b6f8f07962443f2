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

    /// <summary>A mark of the model card is damaged, doubled, or has no counterpart.</summary>
    public const string CardMark = "MLOPS4310";

    /// <summary>A mark of the model card names a section that model cards do not have.</summary>
    public const string CardSection = "MLOPS4311";

    /// <summary>Text of the model card stands outside of its marks, where the build does not take it from.</summary>
    public const string CardOutside = "MLOPS4312";

    /// <summary>The model card is larger than a text that people write.</summary>
    public const string CardTooLarge = "MLOPS4313";
}
