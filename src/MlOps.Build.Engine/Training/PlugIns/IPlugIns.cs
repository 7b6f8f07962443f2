using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;

namespace MlOps.Build.Engine.Training.PlugIns;

/// <summary>Where <c>trainer: project</c> finds its trainer.</summary>
internal interface IPlugIns
{
    /// <summary>The trainer; null, with an error, when there is none or more than one.</summary>
    ITrainer? Find(PlugInConfig config, SourcePosition position, DiagnosticBag diagnostics);
}
