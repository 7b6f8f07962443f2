using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Reads <c>split</c>: a method's name, or a mapping with the method, its column and the sizes of the parts.</summary>
internal sealed class SplitConfigReader(Dictionary<string, SourcePosition> positions, DiagnosticBag diagnostics)
{
    internal static readonly IReadOnlyDictionary<string, SplitMethod> Methods = new Dictionary<string, SplitMethod>
    {
        ["random"] = SplitMethod.Random,
        ["stratified"] = SplitMethod.Stratified,
        ["time"] = SplitMethod.Time,
        ["group"] = SplitMethod.Group,
    };

    public SplitConfig Read(YamlValue value, LearningTask? task, SplitMethod fallback)
    {
        var section = value.IsSection ? value.Section() : null;
        var method = (section is null ? value.Choice(Methods) : section.Choice("by", Methods)) ?? fallback;
        var defaults = new SplitConfig { Method = method };
        var config = defaults with
        {
            Column = section?.Text("column"),
            Validation = section?.Number("validation", 0.001, 0.9) ?? defaults.Validation,
            Test = section?.Number("test", 0.001, 0.9) ?? defaults.Test,
            ValidationFrom = Date(section, "validation_from"),
            TestFrom = Date(section, "test_from"),
            Position = value.Position,
        };
        if (section?.Value("column") is { } column)
            positions["split.column"] = column.Position;
        section?.RejectUnknownKeys();
        CheckColumn(config, task);
        CheckSizes(config);
        return config;
    }

    private void CheckColumn(SplitConfig config, LearningTask? task)
    {
        var needsColumn = config.Method is SplitMethod.Time or SplitMethod.Group;
        if (needsColumn && config.Column is null)
        {
            var message = $"'split.column' is missing. A split by {Name(config)} needs the column to go by.";
            diagnostics.Error(ProjectCodes.MissingKey, message, config.Position);
        }

        if (!needsColumn && config.Column is not null)
            Invalid(config, $"'split.column' means nothing to a {Name(config)} split. Remove it, or write 'by: time' or 'by: group'.");
        if (config.Method == SplitMethod.Stratified && task == LearningTask.Regression)
            Invalid(config, "a stratified split needs classes; 'task' is regression. Write 'by: random'.");
    }

    private void CheckSizes(SplitConfig config)
    {
        if (config.Validation + config.Test > 0.95)
            Invalid(config, "'split.validation' and 'split.test' leave less than 0.05 of the rows to learn from. Lower one.");
        if (config.ValidationFrom is null && config.TestFrom is null)
            return;
        if (config.Method != SplitMethod.Time)
            Invalid(config, "'validation_from' and 'test_from' belong to a split by time. Write 'by: time', or use fractions.");
        else if (config.ValidationFrom is null || config.TestFrom is null)
            Invalid(config, "'validation_from' and 'test_from' belong together. Add the other one, or use fractions.");
        else if (config.ValidationFrom >= config.TestFrom)
            Invalid(config, "'validation_from' is not before 'test_from'. Validation rows lie between train and test.");
    }

    private DateTimeOffset? Date(YamlSection? section, string key)
    {
        if (section?.Text(key) is not { } text)
            return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            return date;
        section.Invalid(key, $"'split.{key}' is '{text}'; expected a date such as 2024-07-01, or a time such as 2024-07-01T06:00:00Z.");
        return null;
    }

    private void Invalid(SplitConfig config, string message) =>
        diagnostics.Error(ProjectCodes.InvalidValue, message, config.Position);

    internal static string Name(SplitConfig config) => Methods.First(method => method.Value == config.Method).Key;
}
