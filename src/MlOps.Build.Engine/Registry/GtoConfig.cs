using MlOps.Build.Contracts;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MlOps.Build.Engine.Registry;

/// <summary>GTO's configuration, the file <c>.gto</c> at the repository's root: which stages there may be.</summary>
internal sealed record GtoConfig
{
    public const string FileName = ".gto";

    /// <summary>The stages that are allowed; null when any is.</summary>
    public IReadOnlyList<string>? Stages { get; init; }

    /// <summary>The configuration of a repository; null, with an error, when it cannot be read.</summary>
    public static GtoConfig? Read(string root, DiagnosticBag diagnostics)
    {
        var path = Path.Combine(root, FileName);
        if (!File.Exists(path))
            return new GtoConfig();
        try
        {
            var yaml = new YamlStream();
            using (var reader = File.OpenText(path))
                yaml.Load(reader);
            if (yaml.Documents is not [{ RootNode: YamlMappingNode mapping }, ..])
                return new GtoConfig();
            return mapping.Children.TryGetValue("stages", out var stages) && stages is YamlSequenceNode names
                ? new GtoConfig { Stages = [.. names.OfType<YamlScalarNode>().Select(name => name.Value ?? "")] }
                : new GtoConfig();
        }
        catch (YamlException exception)
        {
            diagnostics.Error(
                RegistryCodes.ConfigUnreadable,
                $"cannot be read as YAML: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Mend it, or remove it.",
                new SourcePosition(FileName, (int)exception.Start.Line, (int)exception.Start.Column));
            return null;
        }
    }

    /// <summary>True when the stage may be used; otherwise an error says which may.</summary>
    public bool Allows(string stage, DiagnosticBag diagnostics)
    {
        if (Stages is null || Stages.Contains(stage, StringComparer.Ordinal))
            return true;
        diagnostics.Error(
            RegistryCodes.StageNotAllowed,
            $"the stage '{stage}' is not among those that it allows: {string.Join(", ", Stages)}. Take one of them, or add it there.",
            new SourcePosition(FileName));
        return false;
    }
}
