using System.CommandLine;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Tracking;
using MlOps.Build.Tracking;

namespace MlOps.Build.Tool.Runs;

/// <summary>The runs' file that a command line means, and what all verbs of runs share.</summary>
internal sealed class RunsInput
{
    private readonly Option<string?> _file = new("--file", "-f") { Description = "The runs' file; the one that builds of the project write by default.", HelpName = "file" };
    private readonly Option<string?> _project = Verbs.Verb.Project();
    private readonly Option<bool> _json = Verbs.Verb.Json();

    /// <summary>Adds the options to a verb.</summary>
    public static RunsInput AddTo(Command verb)
    {
        var input = new RunsInput();
        foreach (var option in new Option[] { input._file, input._project, input._json })
            verb.Add(option);
        return input;
    }

    public Report Report(ToolEnvironment environment, ParseResult parsed, string verb) => new(environment, "runs " + verb, parsed.GetValue(_json));

    /// <summary>Opens the file; null, with an error, when that cannot be done.</summary>
    public RunReader? Open(ToolEnvironment environment, ParseResult parsed, DiagnosticBag diagnostics)
    {
        var path = File(environment, parsed);
        try
        {
            return RunReader.Open(path);
        }
        catch (RunsFileException exception)
        {
            diagnostics.Error(TrackingCodes.FileUnreadable, $"runs cannot be read: {exception.Message}", new SourcePosition(environment.Display(path)));
            return null;
        }
    }

    /// <summary>The run with an id, or with the first digits of one; null, with an error, when that is none or several.</summary>
    public static TrackedRun? Find(RunReader reader, string id, DiagnosticBag diagnostics)
    {
        var found = id.Length == 0 ? [] : reader.Find(id.ToLowerInvariant());
        if (found.Count == 1)
            return found[0];
        diagnostics.Error(TrackingCodes.RunUnknown, found.Count == 0
            ? $"no run has the id '{id}'. 'mlops runs list' shows those that there are."
            : $"the id '{id}' begins those of {found[0].Id} and {found[1].Id}, at least. Give more of its digits.");
        return null;
    }

    /// <summary>The folder beside the file where runs wait for their servers.</summary>
    public string Spool(ToolEnvironment environment, ParseResult parsed) =>
        Path.Combine(Path.GetDirectoryName(File(environment, parsed))!, RunsFile.SpoolName);

    private string File(ToolEnvironment environment, ParseResult parsed) =>
        parsed.GetValue(_file) is { } file ? environment.FullPath(file) : Default(environment, parsed.GetValue(_project));

    // As the build finds it, as far as the project's file says it without MSBuild.
    private static string Default(ToolEnvironment environment, string? project)
    {
        var place = environment.FullPath(project ?? ".");
        var file = ProjectFile.Find(place, []);
        var folder = file?.Folder ?? place;
        return file?.Property("MlOpsRunsFile") is { } named && !named.Contains('$', StringComparison.Ordinal)
            ? Path.GetFullPath(named, folder)
            : RunsFile.Default(folder);
    }
}
