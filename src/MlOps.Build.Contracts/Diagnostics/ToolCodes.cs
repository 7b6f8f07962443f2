namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of machine and project as <c>mlops doctor</c> sees them, <c>MLOPS03xx</c>. A code is never reused.</summary>
public static class ToolCodes
{
    /// <summary>There is no project, more than one, or its file cannot be read.</summary>
    public const string ProjectMissing = "MLOPS0300";

    /// <summary>The .NET SDK is missing or too old.</summary>
    public const string SdkMissing = "MLOPS0301";

    /// <summary>A program that some features use is missing.</summary>
    public const string ProgramMissing = "MLOPS0302";

    /// <summary>The cache folder cannot be written.</summary>
    public const string CacheNotWritable = "MLOPS0303";

    /// <summary>The reference to the kit is missing, or would reach consumers.</summary>
    public const string ReferenceWrong = "MLOPS0304";

    /// <summary>The project names no data, or a file that is not there.</summary>
    public const string DataMissing = "MLOPS0305";

    /// <summary>A data file is a Git LFS pointer, not the data.</summary>
    public const string LargeFilePointer = "MLOPS0306";

    /// <summary>A file that the kit would make by default has not been written.</summary>
    public const string DefaultInUse = "MLOPS0307";
}
