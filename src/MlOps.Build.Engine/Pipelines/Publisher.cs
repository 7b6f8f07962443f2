namespace MlOps.Build.Engine.Pipelines;

/// <summary>Puts the files that people open into <c>bin/&lt;configuration&gt;/mlops</c>; a file that is the same is left alone.</summary>
internal sealed class Publisher(Workspace workspace)
{
    private static readonly UpstreamFile[] Published =
    [
        new(StageNames.Report, StageFiles.ReportMarkdown),
        new(StageNames.Report, StageFiles.ReportHtml),
        new(StageNames.Report, StageFiles.ModelCard),
        new(StageNames.Train, StageFiles.Model),
    ];

    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder is read-only.</exception>
    public void Publish()
    {
        foreach (var file in Published)
        {
            var target = Path.Combine(workspace.Project.OutputFolder, file.File);
            if (workspace.State.Receipt(file.Stage)?.Find(file.File) is not { } output || workspace.Hashes.Of(target) == output.Sha256)
                continue;
            Directory.CreateDirectory(workspace.Project.OutputFolder);
            WholeFile.Copy(workspace.State.File(file.Stage, file.File), target);
            workspace.Hashes.Written(target, output.Sha256);
        }
    }
}
