using System.CommandLine;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Envelopes;
using MlOps.Build.Engine.Registry;

namespace MlOps.Build.Tool.Registry;

/// <summary>What the verbs of the registry share: where it is, and who acts.</summary>
internal sealed class RegistryArguments
{
    private readonly Option<string?> _repository =
        new("--repository") { Description = "A folder in the repository whose tags are the registry; the current folder by default.", HelpName = "folder" };

    private readonly Option<string?> _remote =
        new("--remote") { Description = "The remote that holds the registry; origin by default, when there is one.", HelpName = "name" };

    private readonly Option<bool> _alone = new("--no-push") { Description = "Work on this repository alone, without its remote." };

    private readonly Option<bool> _fetch = new("--fetch") { Description = "Take the remote's tags over first." };

    private readonly bool _writes;

    private RegistryArguments(bool writes) => _writes = writes;

    public static RegistryArguments AddTo(Command verb, bool writes)
    {
        var arguments = new RegistryArguments(writes);
        verb.Add(arguments._repository);
        verb.Add(arguments._remote);
        verb.Add(writes ? arguments._alone : arguments._fetch);
        return arguments;
    }

    public static Argument<string?> Artifact() => new("model")
    {
        Description = "The model by its package's id or its name in the registry; may be left out where there is only one.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>The registry; null, with an error, when there is none.</summary>
    public RegistryRepository? Open(ToolEnvironment environment, ParseResult parsed, DiagnosticBag diagnostics)
    {
        var remote = _writes && parsed.GetValue(_alone) ? "" : parsed.GetValue(_remote);
        var registry = RegistryRepository.Open(environment.FullPath(parsed.GetValue(_repository) ?? "."), remote, environment.Variable, diagnostics);
        return registry is not null && !_writes && parsed.GetValue(_fetch) && !registry.Fetch(diagnostics) ? null : registry;
    }

    /// <summary>Who acts, as a CI system says; else as git says.</summary>
    public static BuildOrigin Origin(ToolEnvironment environment) => EnvironmentOrigin.Read(environment.Variable);
}
