using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace MlOps.Build.Tracking;

/// <summary>
/// Tells whether the process that began a run still lives, without its help: process ids are used again, but not with the same start. On
/// Linux that is the machine's start (an id of its own each time) and the ticks since then; elsewhere the time of day.
/// </summary>
internal static class ProcessMark
{
    private const string Boot = "/proc/sys/kernel/random/boot_id";

    public static string Host => Environment.MachineName;

    /// <summary>The mark of a process of this machine; null when there is none that runs.</summary>
    public static string? Of(int process)
    {
        try
        {
            return File.Exists(Boot) ? OfLinux(process) : OfOthers(process);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    /// <summary>False when the run's process is known to have ended; of other machines nothing is known.</summary>
    public static bool MayLive(string host, int process, string mark) => host != Host || Of(process) == mark;

    private static string? OfLinux(int process)
    {
        // The name may hold anything but ends at the last bracket; field 3 is the state, field 22 the start.
        var stat = File.ReadAllText(FormattableString.Invariant($"/proc/{process}/stat"));
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields[0] is "Z" or "X" ? null : $"{File.ReadAllText(Boot).Trim()} {fields[19]}";
    }

    private static string OfOthers(int process)
    {
        using var found = Process.GetProcessById(process);
        return found.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture);
    }
}
