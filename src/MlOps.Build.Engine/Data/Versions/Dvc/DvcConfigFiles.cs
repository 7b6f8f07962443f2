namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>Where DVC keeps the configuration of machine and user: where the platform keeps that of every program.</summary>
internal static class DvcConfigFiles
{
    private const string Name = "config";

    /// <summary>The files, whether they exist or not; a later one wins.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    public static IReadOnlyList<string> Above(Func<string, string?> variable) =>
        [Path.Combine(System(variable), Name), Path.Combine(User(variable), Name)];

    private static string System(Func<string, string?> variable)
    {
        if (variable("DVC_SYSTEM_CONFIG_DIR") is { Length: > 0 } own)
            return own;
        if (OperatingSystem.IsWindows())
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "iterative", "dvc");
        if (OperatingSystem.IsMacOS())
            return "/Library/Application Support/dvc";
        var first = variable("XDG_CONFIG_DIRS")?.Split(':')[0];
        return Path.Combine(string.IsNullOrEmpty(first) ? "/etc/xdg" : first, "dvc");
    }

    private static string User(Func<string, string?> variable)
    {
        if (variable("DVC_GLOBAL_CONFIG_DIR") is { Length: > 0 } own)
            return own;
        if (OperatingSystem.IsWindows())
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "iterative", "dvc");
        var home = variable("HOME") is { Length: > 0 } folder ? folder : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsMacOS())
            return Path.Combine(home, "Library", "Application Support", "dvc");
        return Path.Combine(variable("XDG_CONFIG_HOME") is { Length: > 0 } config ? config : Path.Combine(home, ".config"), "dvc");
    }
}
