namespace MlOps.Build.Engine.Pipelines;

/// <summary>
/// Puts the files that people open into <c>bin/&lt;configuration&gt;/mlops</c>; a file that is the same is left alone. Call it with the state
/// folder's lock held.
/// </summary>
internal sealed class Publisher(Workspace workspace)
{
    private static readonly UpstreamFile[] Published =
    [
        new(StageNames.Report, StageFiles.ReportMarkdown),
        new(StageNames.Report, StageFiles.ReportHtml),
        new(StageNames.Report, StageFiles.DataReport),
        new(StageNames.Report, StageFiles.ModelCard),
        new(StageNames.Report, StageFiles.Evidence),
        new(StageNames.Train, StageFiles.Model),
    ];

    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder is read-only.</exception>
    public void Publish()
    {
        Sweep();
        foreach (var file in Published)
        {
            var target = Path.Combine(workspace.Project.OutputFolder, file.File);
            if (IsOfPeople(target))
                continue;
            if (workspace.State.Receipt(file.Stage)?.Find(file.File) is not { } output || workspace.Hashes.Of(target) == output.Sha256)
                continue;
            Directory.CreateDirectory(workspace.Project.OutputFolder);
            WholeFile.Copy(workspace.State.File(file.Stage, file.File), target);
            workspace.Hashes.Written(target, output.Sha256);
        }
    }

    // Their model card, when outputs go into the project's folder: the targets refuse that, other fronts may not.
    private bool IsOfPeople(string target) =>
        string.Equals(Path.GetFullPath(target), Path.GetFullPath(workspace.Project.ModelCardFile), StringComparison.OrdinalIgnoreCase);

    // Copies that a killed build left: the lock of the state folder is held, so nobody is writing them.
    private void Sweep()
    {
        foreach (var left in Published.SelectMany(file => Left(file.File)))
            File.Delete(left);
    }

    private IEnumerable<string> Left(string file) =>
        Directory.Exists(workspace.Project.OutputFolder) ? Directory.EnumerateFiles(workspace.Project.OutputFolder, file + ".*.tmp") : [];
}
