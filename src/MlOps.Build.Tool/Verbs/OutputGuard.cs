using System.CommandLine;

namespace MlOps.Build.Tool.Verbs;

/// <summary>Refuses a command line that would write over what it reads, or write two results into one file.</summary>
internal static class OutputGuard
{
    /// <param name="verb">What is guarded.</param>
    /// <param name="environment">Where paths start.</param>
    /// <param name="outputs">The options that name a file to write.</param>
    /// <param name="inputs">The options that name files to read.</param>
    public static void Add(Command verb, ToolEnvironment environment, IReadOnlyList<Option<string?>> outputs, params Symbol[] inputs) =>
        verb.Validators.Add(result =>
        {
            var taken = new Dictionary<string, string>(OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
            foreach (var input in inputs)
            {
                foreach (var file in DataFileInput.Paths(environment, Values(input)))
                    taken[environment.FullPath(file)] = "which is read";
            }

            foreach (var output in outputs)
            {
                if (result.GetValue(output) is not { Length: > 0 } file)
                    continue;
                if (!taken.TryAdd(environment.FullPath(file), $"as {output.Name} is"))
                    result.AddError($"{output.Name} is '{file}', {taken[environment.FullPath(file)]}. Name another file.");
            }

            IEnumerable<string> Values(Symbol symbol) => symbol switch
            {
                Option<string[]> option => result.GetValue(option) ?? [],
                Option<string?> option => result.GetValue(option) is { Length: > 0 } file ? [file] : [],
                Argument<string[]> argument => result.GetValue(argument) ?? [],
                _ => throw new ArgumentException($"'{symbol.Name}' names no file.", nameof(inputs)),
            };
        });
}
