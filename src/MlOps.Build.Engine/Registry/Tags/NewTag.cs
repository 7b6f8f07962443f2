namespace MlOps.Build.Engine.Registry.Tags;

/// <summary>A tag that is to be written.</summary>
/// <param name="Name">Its name, which it bears inside.</param>
/// <param name="Commit">The commit that it tags.</param>
/// <param name="Message">Subject and trailers.</param>
/// <param name="References">The references that are created with it, all of them or none.</param>
internal sealed record NewTag(string Name, string Commit, string Message, IReadOnlyList<string> References)
{
    /// <summary>A tag of the registry.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="commit">The commit that it tags.</param>
    /// <param name="message">Subject and trailers.</param>
    /// <param name="guard">
    /// A reference that only one of several writers can create, whatever numbers they have counted: for a version its commit, for a stage the number
    /// of its change.
    /// </param>
    public static NewTag Of(TagName name, string commit, string message, string guard) => new(name.ToString(), commit, message, ["refs/tags/" + name, guard]);

    public static string CommitGuard(string artifact, string commit) => $"refs/mlops/versions/{Escape(artifact)}/{commit}";

    /// <summary>The folder of a stage's guards; ends with a slash.</summary>
    public static string StageGuards(string artifact, string stage) => $"refs/mlops/stages/{Escape(artifact)}/{Escape(stage)}/";

    /// <summary>A name as a part of a reference: a name within a name would be a folder where the other is a file.</summary>
    public static string Escape(string name) => name.Replace("/", "%2F", StringComparison.Ordinal).Replace(':', '=');
}
