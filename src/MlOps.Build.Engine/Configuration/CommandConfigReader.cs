using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Commands;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Reads the section <c>command</c>.</summary>
internal sealed class CommandConfigReader(Dictionary<string, SourcePosition> positions)
{
    internal static readonly IReadOnlyDictionary<string, ExchangeFormat> Formats =
        new Dictionary<string, ExchangeFormat> { ["csv"] = ExchangeFormat.Csv, ["npy"] = ExchangeFormat.Npy };

    /// <summary>Null when there is no section, or one without a program.</summary>
    public CommandConfig? Read(YamlSection? section)
    {
        if (section is null)
            return null;
        var run = Run(section);
        var inputs = section.Items("inputs");
        for (var i = 0; i < inputs.Count; i++)
        {
            positions[$"command.inputs[{i}]"] = inputs[i].Position;
            if (inputs[i].Text() is { } text && (text.Length == 0 || text.Contains('\0', StringComparison.Ordinal)))
                section.Invalid("inputs", "'command.inputs' holds a text that is no path. Name files below the project's folder, such as 'lib/**'.");
        }

        var config = new CommandConfig
        {
            Run = run,
            Format = section.Choice("format", Formats) ?? ExchangeFormat.Csv,
            Timeout = TimeoutReader.Read(section, "command"),
            Retries = (int)(section.Integer("retries", 0, 100) ?? 0),
            Settings = Settings(section),
            Inputs = [.. inputs.Select(input => input.Text()).OfType<string>()],
            Missing = section.Boolean("missing") ?? false,
        };
        section.RejectUnknownKeys();
        return run.Count == 0 ? null : config;
    }

    private static List<string> Run(YamlSection section)
    {
        if (section.Value("run") is not { } value)
        {
            section.Missing("run", "Write the program and its arguments, such as 'run: python3 train.py'.");
            return [];
        }

        if (!value.IsList && value.Text() is null)
            return [];
        var words = value.IsList ? [.. section.Texts("run")] : CommandWords.Split(value.Text()!);
        if (words is null)
            section.Invalid("run", "'command.run' has a quotation mark that nothing closes. Close it, or write a list: [python3, train.py].");
        else if (words.Count == 0 || words[0].Length == 0)
            section.Invalid("run", "'command.run' names no program. Write one, such as 'python3 train.py'.");
        else if (words.Exists(word => word.Contains('\0', StringComparison.Ordinal)))
            section.Invalid("run", "'command.run' holds a NUL, which no argument can. Remove it.");
        else
            return words;
        return [];
    }

    private static string Settings(YamlSection section)
    {
        if (section.Value("settings") is not { } value)
            return "{}";
        if (value.IsSection)
            return value.Json()?.GetRawText() ?? "{}";
        section.Invalid("settings", "'command.settings' is no mapping. Write names with values, such as { alpha: 0.1 }.");
        return "{}";
    }
}
