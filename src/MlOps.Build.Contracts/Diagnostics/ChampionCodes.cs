namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of the comparison with the champion and of the test set's wear, <c>MLOPS415x</c>. A code is never reused.</summary>
public static class ChampionCodes
{
    /// <summary>The champion's package cannot be opened, was changed, or lacks a part that the comparison needs.</summary>
    public const string Unreadable = "MLOPS4150";

    /// <summary>The champion predicts something else: another task, label or set of classes.</summary>
    public const string Incompatible = "MLOPS4151";

    /// <summary>The champion takes a column that today's data lack or hold as another type.</summary>
    public const string ColumnsMissing = "MLOPS4152";

    /// <summary>The champion was trained on too many of today's test rows, or it cannot be told whether it was.</summary>
    public const string SawTestRows = "MLOPS4153";

    /// <summary>The champion's model cannot be run, or gives no usable scores.</summary>
    public const string Failed = "MLOPS4154";

    /// <summary>The same test rows have judged more models than the limit allows.</summary>
    public const string TestSetWornOut = "MLOPS4155";
}
