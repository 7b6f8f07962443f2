namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of project and configuration, <c>MLOPS0xxx</c>. A code is never reused.</summary>
public static class ProjectCodes
{
    /// <summary>A YAML file does not parse.</summary>
    public const string YamlSyntax = "MLOPS0102";

    /// <summary>A setting has a value of the wrong kind or out of range.</summary>
    public const string InvalidValue = "MLOPS0103";

    /// <summary>A key is not known here.</summary>
    public const string UnknownKey = "MLOPS0104";

    /// <summary>A required key is missing.</summary>
    public const string MissingKey = "MLOPS0105";
}
