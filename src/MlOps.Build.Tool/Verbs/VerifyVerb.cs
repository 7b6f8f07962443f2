using System.CommandLine;
using System.Text.Json.Nodes;
using MlOps.Build.Engine.Packaging.Verification;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops verify</c>: is a package what it says it is?</summary>
internal static class VerifyVerb
{
    public static Command Create(ToolEnvironment environment)
    {
        var package = new Argument<string>("package") { Description = "The model package, a .nupkg file." };
        var json = Verb.Json();
        var verb = Verb.Create(
            "verify",
            "Verifies a model package: archive, hashes, evidence digest, agreement of its parts, bill of materials, golden rows. Nothing is "
            + "written and no code of the package runs.",
            "mlops verify BirdStrikes.1.4.2.nupkg",
            "mlops verify BirdStrikes.1.4.2.nupkg --json");
        verb.Add(package);
        verb.Add(json);
        verb.SetAction(parsed => Run(new Report(environment, "verify", parsed.GetValue(json)), environment.FullPath(parsed.GetRequiredValue(package))));
        return verb;
    }

    private static int Run(Report report, string path)
    {
        var result = PackageVerifier.Verify(path, report.Diagnostics);
        if (result.Package is { } package)
            report.Line($"{package.Manifest.Name} {package.Manifest.Version}");
        foreach (var item in result.Items)
            report.Line($"{(item.Holds ? "ok  " : "FAIL")}  {item.Name,-10}  {item.Detail}");
        report.Result["name"] = result.Package?.Manifest.Name;
        report.Result["version"] = result.Package?.Manifest.Version;
        report.Result["evidence"] = result.Package?.Manifest.Evidence;
        report.Result["checks"] = new JsonArray(
            [.. result.Items.Select(item => new JsonObject { ["name"] = item.Name, ["holds"] = item.Holds, ["detail"] = item.Detail })]);
        return report.Finish();
    }
}
