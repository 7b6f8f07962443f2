namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of drift, profiles and comparisons of data, <c>MLOPS1130</c> to <c>MLOPS1149</c>. A code is never reused.</summary>
public static class DriftCodes
{
    /// <summary>A drift method that does not exist.</summary>
    public const string UnknownMethod = "MLOPS1130";

    /// <summary>A drift method that cannot judge the values of its column.</summary>
    public const string MethodKind = "MLOPS1131";

    /// <summary>Two files have no column in common that could be compared.</summary>
    public const string NothingInCommon = "MLOPS1132";

    /// <summary>A key column is not in both files, or has another type in one.</summary>
    public const string KeyColumn = "MLOPS1133";

    /// <summary>Rows share a key, so they cannot be told apart.</summary>
    public const string SharedKey = "MLOPS1134";

    /// <summary>A profile cannot be read.</summary>
    public const string ProfileUnreadable = "MLOPS1135";

    /// <summary>Profiles cannot be merged: their columns differ.</summary>
    public const string ProfilesDiffer = "MLOPS1136";

    /// <summary>The earlier data that the project names cannot be read.</summary>
    public const string ReferenceData = "MLOPS1137";
}
