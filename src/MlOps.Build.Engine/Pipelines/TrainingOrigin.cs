using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Envelopes;
using MlOps.Build.Engine.Tracking;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>Reads what a training is made with and on.</summary>
internal static class TrainingOrigin
{
    private static readonly TimeSpan LongestGit = TimeSpan.FromSeconds(30);

    public static ReceiptOrigin Of(Workspace workspace, long seed, CancellationToken cancellationToken)
    {
        var project = workspace.Project;
        var git = GitState.Of(project.Folder, LongestGit, cancellationToken);
        return new ReceiptOrigin
        {
            Seed = seed,
            Threads = project.Threads,
            Kit = ProjectLineage.Kit,
            Engine = typeof(TrainingOrigin).Module.ModuleVersionId.ToString("N"),
            Framework = BuildMachine.Framework,
            OperatingSystem = BuildMachine.OperatingSystem,
            Architecture = BuildMachine.Architecture,
            Instructions = Instructions(),
            Data = workspace.Read(StageNames.Data, StageFiles.DataSummary, ContractsJson.Default.DataSummary).Files,
            Configuration = ContentHash.OfFile(
                workspace.HasConfigurationFile ? project.ConfigurationFile : workspace.State.File(StageNames.Data, StageFiles.Configuration)),
            Commit = git.Commit,
            HasChanges = git.HasChanges,
        };
    }

    private static List<string> Instructions()
    {
        var sets = new (string Name, bool IsThere)[]
        {
            (nameof(Avx512F), Avx512F.IsSupported),
            (nameof(Avx2), Avx2.IsSupported),
            (nameof(Fma), Fma.IsSupported),
            (nameof(Sse42), Sse42.IsSupported),
            (nameof(AdvSimd), AdvSimd.IsSupported),
        };
        return [.. sets.Where(set => set.IsThere).Select(set => set.Name)];
    }
}
