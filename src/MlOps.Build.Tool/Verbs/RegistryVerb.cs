using System.CommandLine;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops registry</c>: which version is where, since when, by whom and why.</summary>
internal static class RegistryVerb
{
    public static Command Create(ToolEnvironment environment, CancellationToken cancellationToken) =>
        new("registry", "Says which versions there are, what each stage holds and held, by whom and why: from git's tags, offline.")
        {
            RegistryListVerb.Create(environment),
            RegistryShowVerb.Create(environment),
            RegistryHistoryVerb.Create(environment),
            RegistryWhoVerb.Create(environment),
            RegistryDiffVerb.Create(environment, cancellationToken),
            RegistryVerifyVerb.Create(environment, cancellationToken),
        };
}
