using MlOps.Build.Contracts;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Registry;

/// <summary>GTO's configuration, the file <c>.gto</c> at the repository's root: which stages there may be.</summary>
internal sealed record GtoConfig
{
    public const string FileName = ".gto";

    /// <summary>The stages that are allowed; null when any is.</summary>
    public IReadOnlyList<string>? Stages { get; init; }

    /// <summary>The configuration of a repository; null, with an error, when it cannot be read. What only GTO understands is left to it.</summary>
    public static GtoConfig? Read(string root, DiagnosticBag diagnostics)
    {
        var path = Path.Combine(root, FileName);
        if (!File.Exists(path))
            return new GtoConfig();
        var section = YamlFile.Parse(FileName, File.ReadAllText(path), diagnostics);
        return section is null ? null : new GtoConfig { Stages = section.Value("stages") is null ? null : section.Texts("stages") };
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
