using System.CommandLine;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops runs</c>: what was trained and tried, and what came out.</summary>
internal static class RunsVerb
{
    public static Command Create(ToolEnvironment environment, CancellationToken cancellationToken) => new("runs", "Lists, shows, compares, exports and sends trainings and trials.")
    {
        RunsListVerb.Create(environment),
        RunsShowVerb.Create(environment),
        RunsCompareVerb.Create(environment),
        RunsDiffVerb.Create(environment),
        RunsExportVerb.Create(environment),
        RunsSendVerb.Create(environment, cancellationToken),
    };
}
