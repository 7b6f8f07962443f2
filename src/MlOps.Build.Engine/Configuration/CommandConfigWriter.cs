using System.Text;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Writes the section <c>command</c>.</summary>
internal static class CommandConfigWriter
{
    public static string Write(CommandConfig command)
    {
        var text = new StringBuilder("command:    # the program that trains\n");
        text.Append("  run: ").Append(YamlText.List(command.Run)).Append('\n');
        text.Append("  format: ").Append(CommandConfigReader.Formats.First(format => format.Value == command.Format).Key).Append('\n');
        text.Append("  timeout: ").Append(TimeoutReader.Text(command.Timeout)).Append('\n');
        text.Append("  retries: ").Append(command.Retries).Append('\n');
        if (command.Settings != "{}")
            text.Append("  settings: ").Append(command.Settings).Append('\n');
        if (command.Inputs.Count > 0)
            text.Append("  inputs: ").Append(YamlText.List(command.Inputs)).Append('\n');
        if (command.Missing)
            text.Append("  missing: true    # it takes missing values\n");
        return text.ToString();
    }
}
