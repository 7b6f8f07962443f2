using System.Runtime.InteropServices;

namespace MlOps.Build.Engine.Checks;

/// <summary>The machine in words, without anything that names it or its owner.</summary>
internal static class MeasuringMachine
{
    public static string Describe()
    {
        var processor = Processor() is { } name ? name + ", " : "";
        var count = Environment.ProcessorCount;
        return $"{processor}{count} {(count == 1 ? "processor" : "processors")}, {RuntimeInformation.RuntimeIdentifier}, {RuntimeInformation.FrameworkDescription}";
    }

    // Linux tells it in a file; elsewhere the architecture in the runtime identifier has to do.
    private static string? Processor()
    {
        const string File = "/proc/cpuinfo";
        if (!System.IO.File.Exists(File))
            return null;
        var line = System.IO.File.ReadLines(File).FirstOrDefault(text => text.StartsWith("model name", StringComparison.Ordinal));
        return line?.Split(':', 2)[^1].Trim();
    }
}
