using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Registry.Promotion;

/// <summary><c>promotion-policy.yaml</c> beside the checklist: one section a stage. A stage that it does not name has no rule.</summary>
internal static class PromotionPolicy
{
    public const string FileName = "promotion-policy.yaml";

    private const int MostApprovals = 100;

    /// <summary>The policy of a stage; null, with errors, when the file says something that cannot be meant.</summary>
    public static StagePolicy? Read(ModelProject project, string stage, DiagnosticBag diagnostics)
    {
        var file = Path.Combine(project.Folder, FileName);
        if (!File.Exists(file))
            return new StagePolicy();
        var before = diagnostics.Count;
        if (ProjectText.Read(project, file, diagnostics) is not { } text || YamlFile.Parse(project.Display(file), text, diagnostics) is not { } root)
            return null;
        var stages = root.Section("stages");
        root.RejectUnknownKeys();
        var policy = new StagePolicy();
        foreach (var name in stages?.Keys ?? [])
        {
            // All of them are read, so that a mistake in another stage is not found on the day that it counts.
            if (stages!.Section(name) is { } section && Stage(section) is var read && name == stage)
                policy = read;
        }

        return diagnostics.Count == before ? policy : null;
    }

    private static StagePolicy Stage(YamlSection section)
    {
        var policy = new StagePolicy
        {
            Promote = section.Has("promote") ? section.Texts("promote") : null,
            Approve = section.Has("approve") ? section.Texts("approve") : null,
            Approvals = (int)(section.Integer("approvals", 0, MostApprovals) ?? 0),
            FourEyes = section.Boolean("four_eyes") ?? false,
        };
        section.RejectUnknownKeys();
        return policy;
    }
}
