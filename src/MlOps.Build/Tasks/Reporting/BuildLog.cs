using System.Globalization;
using Microsoft.Build.Framework;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Tasks.Reporting;

/// <summary>How stages and findings look in a build's output.</summary>
internal sealed class BuildLog(Microsoft.Build.Utilities.Task task, ModelProject project, string projectFile, string helpFolder)
{
    private const int TextWidth = 100;

    /// <summary>True when an error was printed. MSBuild's own flag does not see events that go to the engine directly.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Prints a stage's line and its findings; a stage that nobody asked for has no line.</summary>
    public void Stage(StageOutcome outcome)
    {
        if (outcome.Succeeded && outcome.Headline.Length > 0)
            Line(outcome.Stage, outcome.Headline, Ending(outcome));
        if (outcome.Trace is { } trace)
            task.Log.LogMessage(MessageImportance.Low, "{0}", trace);
        Findings(outcome.Diagnostics);
    }

    public void Line(string stage, string text, string ending = "") =>
        task.Log.LogMessage(MessageImportance.High, "{0}", $"  {stage,-9} {text}".PadRight(ending.Length > 0 ? TextWidth : 0) + ending);

    public void Findings(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics.Where(IsNews))
            Finding(diagnostic);
    }

    /// <summary>An exception that nothing expected, in one line; its stack at low importance.</summary>
    public void Broken(string taskName, Exception exception)
    {
        task.Log.LogMessage(MessageImportance.Low, "{0}", exception.ToString());
        var diagnostic = IoFailure.Knows(exception)
            ? IoFailure.Describe(exception, $"what '{taskName}' makes", project.Folder)
            : new Diagnostic
            {
                Code = BuildCodes.StageBroken,
                Severity = DiagnosticSeverity.Error,
                Message = $"'{taskName}' broke: {exception.Message.ReplaceLineEndings(" ")} "
                    + "This is an error in MlOps.Build; please report it with the log of 'dotnet build -v:d'.",
            };
        Finding(diagnostic);
    }

    // Every stage of a build meets the same unusable cache or runs' file; once is enough to say so.
    private bool IsNews(Diagnostic diagnostic)
    {
        if (diagnostic.Code is not (BuildCodes.CacheUnavailable or TrackingCodes.NotRecorded))
            return true;
        var engine = task.BuildEngine4;
        var key = $"MlOps.Build.Said {projectFile} {diagnostic.Message}";
        if (engine.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) is not null)
            return false;
        engine.RegisterTaskObject(key, key, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: true);
        return true;
    }

    // No subcategory and no end position: GitHub's problem matcher drops lines that have them.
    private void Finding(Diagnostic diagnostic)
    {
        var (file, line, column) = (Absolute(diagnostic.Position.File), diagnostic.Position.Line, diagnostic.Position.Column);
        var help = HelpLink(diagnostic.Code);
        switch (diagnostic.Severity)
        {
            case DiagnosticSeverity.Error:
                HasErrors = true;
                task.BuildEngine.LogErrorEvent(new BuildErrorEventArgs(
                    null, diagnostic.Code, file, line, column, 0, 0, diagnostic.Message, null, nameof(MlOps), help, DateTime.UtcNow, null));
                task.Log.LogMessage(MessageImportance.Low, "{0}", diagnostic.ToString());
                break;
            case DiagnosticSeverity.Warning:
                task.BuildEngine.LogWarningEvent(new BuildWarningEventArgs(
                    null, diagnostic.Code, file, line, column, 0, 0, diagnostic.Message, null, nameof(MlOps), help, DateTime.UtcNow, null));
                break;
            default:
                task.Log.LogMessage(MessageImportance.Normal, "{0}", diagnostic.ToString());
                break;
        }
    }

    private string Absolute(string? file) =>
        string.IsNullOrEmpty(file) ? projectFile : Path.GetFullPath(file, project.Folder);

    private string HelpLink(string code)
    {
        var page = Path.GetFullPath(Path.Combine(helpFolder, code + ".md"));
        return new Uri(page).AbsoluteUri;
    }

    private static string Ending(StageOutcome outcome) => outcome.State switch
    {
        StageState.UpToDate => " up to date",
        StageState.FromCache => " from cache",
        _ => string.Create(CultureInfo.InvariantCulture, $" {outcome.Elapsed.TotalSeconds,6:0.0} s"),
    };
}
