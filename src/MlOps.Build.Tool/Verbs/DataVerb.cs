using System.CommandLine;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops data</c>: versions of data, by DVC's files and by <c>mlops.lock</c>.</summary>
internal static class DataVerb
{
    public static Command Create(ToolEnvironment environment, CancellationToken cancellationToken) =>
        new("data", "Versions data: DVC's files without Python, and mlops.lock for data outside git.")
        {
            DataInitVerb.Create(environment),
            DataAddVerb.Create(environment, cancellationToken),
            DataPullVerb.Create(environment, cancellationToken),
            DataPushVerb.Create(environment, cancellationToken),
            DataStatusVerb.Create(environment, cancellationToken),
            DataUpdateVerb.Create(environment, cancellationToken),
            DataDiffVerb.Create(environment, cancellationToken),
        };

    public static Option<string?> Remote() =>
        new("--remote", "-r") { Description = "The remote's name in .dvc/config; core.remote by default.", HelpName = "name" };

    public static Argument<string[]> Targets(string description) => new("targets") { Description = description, Arity = ArgumentArity.ZeroOrMore };
}
