using System.CommandLine;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Engine.Registry;
using MlOps.Build.Engine.Registry.Approvals;
using MlOps.Build.Tool.Registry;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops approve</c>: somebody's word for the evidence of a package.</summary>
internal static class ApproveVerb
{
    public static Command Create(ToolEnvironment environment)
    {
        var package = new Argument<string>("package") { Description = "The model package, a .nupkg file." };
        var stage = new Option<string?>("--stage") { Description = "The stage that it may go to; with --item, the stage that the sign-off is for.", HelpName = "stage" };
        var item = new Option<string?>("--item") { Description = "The text of a checklist item that is signed off.", HelpName = "text" };
        var artifact = new Option<string?>("--artifact") { Description = "The model's name in the registry; by default the package's id in lower case, dots as dashes.", HelpName = "name" };
        var reason = new Option<string?>("--reason") { Description = "Why, in one line; it stays in the history.", HelpName = "text" };
        var json = Verb.Json();
        var verb = Verb.Create(
            "approve",
            "Records that you approve the evidence of a package for a stage, or sign off an item of its checklist. It holds for this evidence alone, under any version.",
            "mlops approve models/BirdStrikes.1.4.2-ci.87.nupkg --stage production",
            "mlops approve models/BirdStrikes.1.4.2-ci.87.nupkg --item \"The model's owner has read the report\"");
        verb.Add(package);
        foreach (var option in new Option[] { stage, item, artifact, reason, json })
            verb.Add(option);
        var arguments = RegistryArguments.AddTo(verb, writes: true);
        verb.Validators.Add(result =>
        {
            if (result.GetValue(stage) is null && result.GetValue(item) is null)
                result.AddError("Say what is approved: --stage, --item, or both.");
        });
        verb.SetAction(parsed =>
        {
            var report = new Report(environment, "approve", parsed.GetValue(json));
            if (arguments.Open(environment, parsed, report.Diagnostics) is { } registry
                && ModelPackageReader.Open(environment.FullPath(parsed.GetRequiredValue(package)), report.Diagnostics) is { } opened)
            {
                Approve(environment, report, registry, opened, (parsed.GetValue(artifact), parsed.GetValue(stage), parsed.GetValue(item), parsed.GetValue(reason)));
            }

            return report.Finish();
        });
        return verb;
    }

    private static void Approve(
        ToolEnvironment environment, Report report, RegistryRepository registry, ModelPackage package, (string? Artifact, string? Stage, string? Item, string? Reason) said)
    {
        var (origin, evidence) = (RegistryArguments.Origin(environment), package.Manifest.Evidence!);
        if ((said.Stage is { } stage && !registry.Config.Allows(stage, report.Diagnostics)) || !registry.Fetch(report.Diagnostics) || registry.Actor(origin, report.Diagnostics) is not { } actor)
            return;
        if (said.Item is { } item && package.Read(Engine.Packaging.PartNames.Gate, ContractsJson.Default.GateSummary)?.Items.Any(known => known.IsSignOff && known.Text == item) != true)
        {
            report.Diagnostics.Error(RegistryCodes.ApprovalsMissing, $"the package's checklist has no sign-off \"{item}\". 'mlops inspect' lists its items.", new SourcePosition(package.Name));
            return;
        }

        var commit = package.ReadEnvelope()?.Commit is { } named && registry.Git.Commit(named) is { } known ? known : registry.Git.Commit("HEAD");
        if (commit is null)
        {
            report.Diagnostics.Error(RegistryCodes.CommitUnknown, "the repository has no commit yet that the approval could stand on.", new SourcePosition(registry.Root));
            return;
        }

        var store = new ApprovalStore(registry, said.Artifact ?? ArtifactName.Of(package.Manifest.Name));
        if (store.Add(evidence, new Approval(actor, said.Stage, said.Item, default), commit, said.Reason, origin.Run, report.Diagnostics))
            report.Line($"{actor} approves evidence {evidence[..7]}…{(said.Stage is null ? "" : $" for {said.Stage}")}{(said.Item is null ? "" : $": \"{said.Item}\"")}");
        report.Result["actor"] = actor;
        report.Result["evidence"] = evidence;
        report.Result["stage"] = said.Stage;
        report.Result["item"] = said.Item;
    }
}
