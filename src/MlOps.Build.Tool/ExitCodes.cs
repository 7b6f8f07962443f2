namespace MlOps.Build.Tool;

/// <summary>What every verb's exit code means. docs/guides/tool.md lists them.</summary>
internal static class ExitCodes
{
    /// <summary>Done, and nothing is wrong.</summary>
    public const int Ok = 0;

    /// <summary>Something is wrong with the project, the data or the package.</summary>
    public const int Finding = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The machine is in the way: a file that cannot be written, a full disk, no permission.</summary>
    public const int Environment = 3;

    /// <summary>Interrupted.</summary>
    public const int Interrupted = 130;
}
