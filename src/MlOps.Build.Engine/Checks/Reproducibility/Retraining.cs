using System.Globalization;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Checks.Reproducibility;

/// <summary>
/// Trains the configured trainer again, in processes of their own, with one thread and two and with sets of instructions switched off one by one,
/// and compares the bytes of the model. What is read is what the stages before the training have left.
/// </summary>
internal static class Retraining
{
    /// <summary>Before a source that the child is told of: an assembly with trainers, a member's project and state, what restore has chosen.</summary>
    public const string Trainer = "trainer=";

    public const string Model = "model=";

    public const string Assets = "assets=";

    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>One comparison a variant, in order.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IEnumerable<TrainingComparison> Compare(Workspace workspace, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var first = File.ReadAllBytes(workspace.State.File(StageNames.Train, StageFiles.Head));
        foreach (var variant in TrainingVariant.All)
        {
            progress?.Report($"training again with {variant.Name}");
            yield return Compare(workspace.Project, variant, first, cancellationToken);
        }
    }

    private static TrainingComparison Compare(ModelProject project, TrainingVariant variant, byte[] first, CancellationToken cancellationToken)
    {
        var output = Path.GetTempFileName();
        try
        {
            string[] arguments =
            [
                EngineProgram.Train, project.Folder, project.StateFolder, project.ConfigurationFile,
                variant.Threads.ToString(CultureInfo.InvariantCulture), output, .. Sources(project),
            ];
            var (_, failure) = EngineProcess.Run(arguments, variant.Environment, Longest, cancellationToken);
            return new TrainingComparison(variant, failure is null ? FirstDifference(first, File.ReadAllBytes(output)) : null, failure);
        }
        finally
        {
            File.Delete(output);
        }
    }

    private static IEnumerable<string> Sources(ModelProject project) =>
    [
        .. (project.Trainers ?? []).Select(path => Trainer + path),
        .. project.Models.Select(model => $"{Model}{model.Key}>{model.Value}"),
        .. project.AssetsFile is { } assets ? new[] { Assets + assets } : [],
    ];

    private static long? FirstDifference(byte[] first, byte[] second)
    {
        var common = first.AsSpan().CommonPrefixLength(second);
        return common == first.Length && common == second.Length ? null : common;
    }
}
