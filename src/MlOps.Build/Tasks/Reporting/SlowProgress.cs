using System.Diagnostics;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace MlOps.Build.Tasks.Reporting;

/// <summary>Says what is going on, once it has taken two seconds, and then every two seconds; everything else at low importance.</summary>
internal sealed class SlowProgress(TaskLoggingHelper log, string stage) : IProgress<string>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Stopwatch _silence = Stopwatch.StartNew();

    public void Report(string value)
    {
        var loud = _silence.Elapsed >= Patience;
        if (loud)
            _silence.Restart();
        log.LogMessage(loud ? MessageImportance.High : MessageImportance.Low, "{0}", $"  {stage,-9} {value}");
    }
}
