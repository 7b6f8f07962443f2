namespace MlOps.Build.Engine.Pipelines.Caching;

/// <summary>Where the cache is and how large it may grow.</summary>
/// <param name="Folder">Absolute; null switches the cache off.</param>
/// <param name="LimitBytes">Least recently used entries go when it holds more.</param>
internal sealed record CacheSettings(string? Folder, long LimitBytes = CacheSettings.DefaultLimit)
{
    /// <summary>Ten gibibytes.</summary>
    public const long DefaultLimit = 10L << 30;

    /// <summary>The word that switches the cache off.</summary>
    public const string Off = "off";

    /// <summary>
    /// The settings of a machine: <c>MLOPS_CACHE</c> (a folder, or <c>off</c>), then <c>$XDG_CACHE_HOME/mlops</c>, then
    /// <c>~/.cache/mlops</c>; <c>%LocalAppData%\mlops\cache</c> on Windows, <c>~/Library/Caches/mlops</c> on macOS.
    /// </summary>
    /// <param name="explicitFolder">What the project says; wins over everything when not empty.</param>
    /// <param name="limitMegabytes">What the project says; 0 means the default.</param>
    /// <param name="variable">Reads an environment variable.</param>
    public static CacheSettings Of(string? explicitFolder, long limitMegabytes, Func<string, string?> variable)
    {
        var folder = FirstOf(explicitFolder, variable("MLOPS_CACHE")) ?? UserFolder(variable);
        var limit = limitMegabytes > 0 ? limitMegabytes << 20 : DefaultLimit;
        return new CacheSettings(folder is null or Off ? null : Path.GetFullPath(folder), limit);
    }

    private static string? UserFolder(Func<string, string?> variable)
    {
        if (OperatingSystem.IsWindows())
            return FirstOf(variable("LOCALAPPDATA")) is { } local ? Path.Combine(local, "mlops", "cache") : null;
        if (FirstOf(variable("XDG_CACHE_HOME")) is { } xdg && Path.IsPathRooted(xdg))
            return Path.Combine(xdg, "mlops");
        if (FirstOf(variable("HOME")) is not { } home)
            return null;
        return OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches", "mlops") : Path.Combine(home, ".cache", "mlops");
    }

    private static string? FirstOf(params IEnumerable<string?> values) => values.FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
}
