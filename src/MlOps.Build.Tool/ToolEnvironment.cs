namespace MlOps.Build.Tool;

/// <summary>What a verb sees of the world, so that tests can give it another.</summary>
internal sealed record ToolEnvironment
{
    /// <summary>Results.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Findings.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>What relative paths are relative to.</summary>
    public string Folder { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    public string FullPath(string path) => Path.GetFullPath(path, Folder);

    /// <summary>A path as messages show it: relative to the current folder, forward slashes.</summary>
    public string Display(string path) => Path.GetRelativePath(Folder, path).Replace('\\', '/');
}
