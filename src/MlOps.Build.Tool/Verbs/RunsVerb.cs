using System.CommandLine;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops runs</c>: what was trained and tried, and what came out.</summary>
internal static class RunsVerb
{
    public static Command Create(ToolEnvironment environment) => new("runs", "Lists, shows, compares and exports trainings and trials.")
    {
        RunsListVerb.Create(environment),
        RunsShowVerb.Create(environment),
        RunsCompareVerb.Create(environment),
        RunsDiffVerb.Create(environment),
        RunsExportVerb.Create(environment),
    };
}
