using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Tracking;

/// <summary>What every run of a project says: who, where and from what.</summary>
internal static class RunFacts
{
    // Runs are not worth more: a slow file system would hold up the training.
    private static readonly TimeSpan LongestGit = TimeSpan.FromSeconds(5);

    public static void Add(RunChange change, Workspace workspace, TrainingConfig config, string stage, string key, CancellationToken cancellationToken)
    {
        var git = GitState.Of(workspace.Project.Folder, LongestGit, cancellationToken);
        var tags = change.Tags;
        if (git.Commit is { } commit)
            tags[RunTags.Commit] = commit;
        if (git.HasChanges is { } changed)
            tags[RunTags.Dirty] = changed ? "true" : "false";
        tags[RunTags.User] = Environment.UserName;
        tags[RunTags.Host] = Environment.MachineName;
        tags[RunTags.Source] = workspace.Project.Name;
        tags[RunTags.Kit] = ProjectLineage.Kit;
        tags[RunTags.Stage] = stage;
        tags[RunTags.Key] = key;
        Settings(change.Parameters, config);
        Inputs(change.Inputs, workspace);
    }

    private static void Settings(Dictionary<string, string> parameters, TrainingConfig config)
    {
        parameters["task"] = config.Task.ToString().ToLowerInvariant();
        parameters["label"] = config.Label.Name;
        parameters["trainer"] = config.Trainer;
        parameters["seed"] = $"{config.Seed}";
        parameters["split"] = config.Split.Method.ToString().ToLowerInvariant();
    }

    private static void Inputs(List<RunInput> inputs, Workspace workspace)
    {
        var data = workspace.Read(StageNames.Data, StageFiles.DataSummary, ContractsJson.Default.DataSummary).Files;
        inputs.AddRange(data.Select(file => new RunInput { Name = file.Path, Kind = "data", Sha256 = file.Sha256, Size = file.Bytes }));
        var (project, path) = (workspace.Project, workspace.Project.ConfigurationFile);
        if (!workspace.HasConfigurationFile)
            path = workspace.State.File(StageNames.Data, StageFiles.Configuration);
        inputs.Add(new RunInput
        {
            Name = project.Display(path),
            Kind = "configuration",
            Sha256 = ContentHash.OfFile(path),
            Size = new FileInfo(path).Length,
        });
    }
}
