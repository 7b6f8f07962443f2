using System.Runtime.InteropServices;

namespace MlOps.Build.Engine.Packaging.Envelopes;

/// <summary>What kind of machine builds; nothing that tells one from another of its kind.</summary>
internal static class BuildMachine
{
    /// <summary>The framework to its patch, such as <c>.NET 10.0.1</c>: for the envelope alone.</summary>
    public static string Framework => RuntimeInformation.FrameworkDescription;

    /// <summary>Major and minor version, such as <c>.NET 10.0</c>: a patch must not give a model other evidence.</summary>
    public static string FrameworkVersion => $".NET {Environment.Version.ToString(2)}";

    public static string OperatingSystem =>
        System.OperatingSystem.IsLinux() ? "linux"
        : System.OperatingSystem.IsWindows() ? "windows"
        : System.OperatingSystem.IsMacOS() ? "macos"
        : "other";

    public static string Architecture => RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
}
