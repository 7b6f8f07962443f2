using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Tasks.Reporting;

namespace MlOps.Build.Tasks;

/// <summary>Names the files that go into the assembly, and the model when it is too big for that.</summary>
public sealed class ListModelParts : ModelTask
{
    /// <summary>A model of this many bytes or more lies beside the assembly.</summary>
    public long EmbedLimit { get; set; } = 16 << 20;

    /// <summary>Resources, with <c>LogicalName</c>.</summary>
    [Output]
    public ITaskItem[] Embedded { get; set; } = [];

    /// <summary>The model that lies beside; empty when it is embedded.</summary>
    [Output]
    public string Beside { get; set; } = "";

    private protected override bool Execute(ModelProject project, BuildLog log, CancellationToken cancellationToken)
    {
        var state = new StateFolder(project.StateFolder);
        var files = PackageContents.Embedded(state, EmbedLimit);
        Embedded = [.. files.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => Resource(pair.Key, pair.Value))];
        var model = PackageContents.ModelFile(state);
        Beside = File.Exists(model) && !files.ContainsKey(PartNames.Model) ? model : "";
        return true;
    }

    private static TaskItem Resource(string name, string file)
    {
        var item = new TaskItem(file);
        item.SetMetadata("LogicalName", name);
        item.SetMetadata("WithCulture", "false");
        item.SetMetadata("Type", "Non-Resx");
        return item;
    }
}
