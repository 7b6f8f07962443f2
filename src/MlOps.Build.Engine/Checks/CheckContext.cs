using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Checks;

/// <summary>What a check looks at.</summary>
internal sealed record CheckContext(Workspace Workspace, DataSchema Schema, TrainingConfig Config, IProgress<string>? Progress = null)
{
    public ModelProject Project => Workspace.Project;

    /// <summary>The whole model: raw columns to output.</summary>
    public string ModelFile => Workspace.State.File(StageNames.Train, StageFiles.Model);
}
