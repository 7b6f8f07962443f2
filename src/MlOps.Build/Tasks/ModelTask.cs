using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Tracking;
using MlOps.Build.Tasks.Reporting;

namespace MlOps.Build.Tasks;

/// <summary>What all tasks share: the project's description, findings as MSBuild errors, and an end on request.</summary>
public abstract class ModelTask : Microsoft.Build.Utilities.Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The project, as <c>_MlOpsDescribeProject</c> describes it.</summary>
    [Required]
    public ITaskItem Project { get; set; } = new TaskItem();

    /// <summary>The data files, absolute, in order.</summary>
    public string[] Data { get; set; } = [];

    /// <summary>Ends the task soon; may be called more than once, from any thread, also after the end.</summary>
    public void Cancel()
    {
        try
        {
            _cancellation.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The task ended first.
        }
    }

    /// <inheritdoc/>
    public sealed override bool Execute()
    {
        var project = ProjectItem.Read(Project, Data);
        var log = new BuildLog(this, project, Project.ItemSpec, ProjectItem.HelpFolder(Project));
        try
        {
            return Execute(project, log, _cancellation.Token) && !log.HasErrors;
        }
        catch (OperationCanceledException)
        {
            // MSBuild says that the build was cancelled; more would be noise.
            return false;
        }
        catch (Exception exception)
        {
            // MSBuild would print the whole stack, a line each an error.
            log.Broken(GetType().Name, exception);
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _cancellation.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected abstract bool Execute(ModelProject project, BuildLog log, CancellationToken cancellationToken);

    /// <summary>The pipeline of the project, with the table that another task of this build may have read already.</summary>
    /// <param name="project">The project.</param>
    /// <param name="runs">Where runs go; null keeps none.</param>
    private protected ModelPipeline Pipeline(ModelProject project, IRunLog? runs = null) => new(project, SharedTables.Of(BuildEngine4, project), runs);
}
