using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using MlOps.Build.Engine.Data.Versions.Dvc;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops data add</c>: a version of files or directories.</summary>
internal static class DataAddVerb
{
    public static Command Create(ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var paths = new Argument<string[]>("paths") { Description = "Files or directories.", Arity = ArgumentArity.OneOrMore };
        var json = Verb.Json();
        var verb = Verb.Create(
            "add", "Versions files or directories as 'dvc add' does: content into the cache, its name into a .dvc file. The data stay as they are.",
            "mlops data add data/strikes.csv", "mlops data add images");
        verb.Add(paths);
        verb.Add(json);
        verb.SetAction(parsed => Run(
            environment,
            new Report(environment, "data add", parsed.GetValue(json)),
            [.. parsed.GetRequiredValue(paths).Select(path => Path.TrimEndingDirectorySeparator(environment.FullPath(path)))],
            cancellationToken));
        return verb;
    }

    private static int Run(ToolEnvironment environment, Report report, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        if (DvcRepository.Open(Path.GetDirectoryName(paths[0]) ?? environment.Folder, report.Diagnostics, environment.Variable) is not { } repository)
            return report.Finish();
        var added = new JsonArray();
        foreach (var path in paths)
        {
            if (new DvcAdder(repository, report.Diagnostics).Add(path, cancellationToken) is not { } result)
                continue;
            var output = result.Output;
            var files = output.Files is { } count ? string.Create(CultureInfo.InvariantCulture, $", {count:#,0} files") : "";
            report.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"{(result.Changed ? "written" : "same"),-9} {repository.Display(output.DeclaredIn)}  {output.Bytes:#,0} bytes{files}  "
                    + $"{output.Hash.Text}"));
            added.Add((JsonNode)Describe(repository, result));
        }

        report.Result["added"] = added;
        return report.Finish();
    }

    private static JsonObject Describe(DvcRepository repository, DvcAdded added) => new()
    {
        ["path"] = repository.Display(added.Output.Path),
        ["file"] = repository.Display(added.Output.DeclaredIn),
        ["md5"] = added.Output.Hash.Text,
        ["bytes"] = added.Output.Bytes,
        ["files"] = added.Output.Files,
        ["changed"] = added.Changed,
    };
}
