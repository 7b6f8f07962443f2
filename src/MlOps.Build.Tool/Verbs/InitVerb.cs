using System.CommandLine;
using System.Text.Json.Nodes;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops init</c>: the first files of a model project.</summary>
internal static class InitVerb
{
    public static Command Create(ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var data = new Argument<string[]>("data") { Description = "Data files; those that the project names by default.", Arity = ArgumentArity.ZeroOrMore };
        var (project, json) = (Verb.Project(), Verb.Json());
        var label = new Option<string?>("--label", "-l") { Description = "The column to predict; guessed by default.", HelpName = "column" };
        var verb = Verb.Create(
            "init",
            "Writes the first project file, schema.yaml, training-config.yaml, validation-checklist.md and model-card.md. An existing file is never touched.",
            "mlops init data/penguins.csv --label species",
            "mlops init --project samples/Penguins");
        verb.Add(data);
        verb.Add(project);
        verb.Add(label);
        verb.Add(json);
        verb.SetAction(parsed => Run(
            environment,
            new Report(environment, "init", parsed.GetValue(json)),
            environment.FullPath(parsed.GetValue(project) ?? "."),
            [.. (parsed.GetValue(data) ?? []).Select(environment.FullPath)],
            parsed.GetValue(label),
            cancellationToken));
        return verb;
    }

    private static int Run(
        ToolEnvironment environment, Report report, string path, IReadOnlyList<string> data, string? label, CancellationToken cancellationToken)
    {
        if (ProjectFile.Find(path, report.Diagnostics) is not { } file)
            return report.Finish();
        var project = file.Describe(data, label, environment.Variable);
        var written = new FirstFiles(project).Write(report.Diagnostics, cancellationToken);
        if (report.Diagnostics.HasErrors)
            return report.Finish();
        FirstFile[] all = [.. ProjectFileFor(file, project), .. written];
        foreach (var first in all)
            report.Line($"{(first.Written ? "written" : "kept"),-9} {project.Display(first.Path)}");
        report.Result["files"] = new JsonArray(
            [.. all.Select(first => new JsonObject { ["path"] = project.Display(first.Path), ["written"] = first.Written })]);
        return report.Finish();
    }

    private static IEnumerable<FirstFile> ProjectFileFor(ProjectFile file, ModelProject project)
    {
        if (file.FilePath is not null)
            return [new FirstFile(file.FilePath, false)];
        var path = Path.Combine(project.Folder, project.Name + ".csproj");
        WholeFile.WriteIfDifferent(path, Text(project));
        return [new FirstFile(path, true)];
    }

    private static string Text(ModelProject project)
    {
        var data = string.Join('\n', project.Data.Select(file => $"    <MlOpsData Include=\"{System.Security.SecurityElement.Escape(project.Display(file))}\" />"));
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">

              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <IsAotCompatible>true</IsAotCompatible>
                <MlOpsModelVersion>0.1.0</MlOpsModelVersion>
              </PropertyGroup>

              <ItemGroup>
                <PackageReference Include="MlOps.Build" Version="{ProjectLineage.Kit}" PrivateAssets="all" />
                <PackageReference Include="MlOps.Build.Inference" Version="{ProjectLineage.Kit}" />
              </ItemGroup>

              <ItemGroup>
            {data}
              </ItemGroup>

            </Project>

            """.ReplaceLineEndings("\n");
    }
}
