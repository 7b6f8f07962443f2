using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Reads and writes the section <c>project</c>.</summary>
internal static class PlugInConfigReader
{
    public static PlugInConfig Read(YamlSection? section, Dictionary<string, SourcePosition> positions)
    {
        if (section is null)
            return new PlugInConfig();
        var config = new PlugInConfig { Name = section.Text("name"), Timeout = TimeoutReader.Read(section, "project") };
        if (config.Name is not null)
            positions["project.name"] = section.PositionOf("name");
        section.RejectUnknownKeys();
        return config;
    }

    public static string Write(PlugInConfig config)
    {
        var text = new StringBuilder("project:    # the trainer of a project or package that this one refers to\n");
        if (config.Name is { } name)
            text.Append("  name: ").Append(YamlText.Scalar(name)).Append('\n');
        return text.Append("  timeout: ").Append(TimeoutReader.Text(config.Timeout)).Append('\n').ToString();
    }
}
