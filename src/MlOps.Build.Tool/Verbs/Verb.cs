using System.CommandLine;

namespace MlOps.Build.Tool.Verbs;

/// <summary>What all verbs share: the option <c>--json</c>, and examples in their help.</summary>
internal static class Verb
{
    /// <summary>A verb without arguments yet.</summary>
    public static Command Create(string name, string description, params string[] examples) =>
        new(name, $"{description}\n\nExamples:\n{string.Join('\n', examples.Select(example => "  " + example))}");

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON object instead of lines." };

    public static Option<string?> Project() =>
        new("--project", "-p") { Description = "The project file or its folder; the current folder by default.", HelpName = "path" };

    public static Option<string[]> Data() => new("--data")
    {
        Description = "Data files, folders or patterns, instead of what the project names.",
        HelpName = "path",
        AllowMultipleArgumentsPerToken = true,
    };
}
