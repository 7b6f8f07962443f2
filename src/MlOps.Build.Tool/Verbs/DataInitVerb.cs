using System.CommandLine;
using System.Text.Json.Nodes;
using MlOps.Build.Engine.Data.Versions.Dvc;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops data init</c>: a DVC repository.</summary>
internal static class DataInitVerb
{
    public static Command Create(ToolEnvironment environment)
    {
        var json = Verb.Json();
        var verb = Verb.Create("init",
            "Makes the current folder a DVC repository, with the files that 'dvc init' writes. An existing file is never touched.",
            "mlops data init");
        verb.Add(json);
        verb.SetAction(parsed => Run(environment, new Report(environment, "data init", parsed.GetValue(json))));
        return verb;
    }

    private static int Run(ToolEnvironment environment, Report report)
    {
        var written = DvcInit.Write(environment.Folder).Select(file => Path.GetRelativePath(environment.Folder, file).Replace('\\', '/')).ToList();
        report.Line(written.Count == 0 ? "nothing to do" : string.Join('\n', written.Select(file => $"written   {file}")));
        report.Result["written"] = new JsonArray([.. written.Select(file => (JsonNode)file)]);
        return report.Finish();
    }
}
