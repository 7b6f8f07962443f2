using MlOps.Build.Contracts;
using MlOps.Build.Engine.Features;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Reads the arguments of one transformation: a mapping, or the main argument's value alone.</summary>
internal sealed class TransformArgumentReader(TransformDefinition transform, DiagnosticBag diagnostics)
{
    public TransformConfig Read(YamlValue? value, SourcePosition position)
    {
        var arguments = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var findings = diagnostics.Count;
        if (value is { IsSection: true })
            ReadMapping(value.Section()!, arguments);
        else if (value is not null)
            ReadMain(value, arguments);
        if (diagnostics.Count == findings && transform.Check?.Invoke(arguments) is { } problem)
            Error(problem, position);
        return new TransformConfig(transform.Name, arguments, position);
    }

    private void ReadMapping(YamlSection section, Dictionary<string, IReadOnlyList<string>> arguments)
    {
        foreach (var key in section.Keys)
        {
            if (transform.Arguments.FirstOrDefault(argument => argument.Name == key) is { } known)
                ReadArgument(known, section.Items(key), section.PositionOf(key), arguments);
            else
                Unknown(key, section.PositionOf(key));
        }
    }

    private void ReadMain(YamlValue value, Dictionary<string, IReadOnlyList<string>> arguments)
    {
        if (transform.Arguments.FirstOrDefault(argument => argument.Main) is { } main)
            ReadArgument(main, value.Items(), value.Position, arguments);
        else
            Error($"'{transform.Name}' takes no value alone. {Usage()}", value.Position);
    }

    private void ReadArgument(
        TransformArgument argument,
        IReadOnlyList<YamlValue> items,
        SourcePosition position,
        Dictionary<string, IReadOnlyList<string>> arguments)
    {
        if (items.Count == 0 || (items.Count > 1 && !argument.List))
            Error($"'{transform.Name}.{argument.Name}' takes {(argument.List ? "a list" : "one value")}.", position);
        var texts = new List<string>();
        foreach (var item in items)
        {
            if (item.Text() is not { } text)
                continue;
            texts.Add(text);
            if (argument.Problem(text) is { } problem)
                Error($"'{transform.Name}.{argument.Name}' is '{text}'; {problem}", item.Position);
        }

        arguments[argument.Name] = texts;
    }

    private void Unknown(string key, SourcePosition position)
    {
        var hint = DidYouMean.Sentence(key, transform.Arguments.Select(argument => argument.Name));
        Error($"'{transform.Name}' has no argument '{key}'.{(hint.Length > 0 ? hint : " " + Usage())}", position);
    }

    private string Usage() => transform.Arguments.Count == 0
        ? "It has no arguments."
        : $"Its arguments: {string.Join(", ", transform.Arguments.Select(argument => argument.Name))}.";

    private void Error(string message, SourcePosition position) =>
        diagnostics.Error(FeatureCodes.TransformArgument, message, position);
}
