using Microsoft.Build.Framework;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Tasks;

/// <summary>Hands the parsed data from task to task of one build. It only saves time: a task that finds nothing reads the data.</summary>
internal static class SharedTables
{
    public static TableShelf Of(IBuildEngine4 engine, ModelProject project)
    {
        // Another version of the kit in the same build has other types under the same names.
        var key = $"MlOps.Build.Tables {typeof(TableShelf).Module.ModuleVersionId} {project.StateFolder}";
        if (engine.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) is TableShelf shelf)
            return shelf;
        var fresh = new TableShelf();
        engine.RegisterTaskObject(key, fresh, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: true);
        return fresh;
    }
}
