namespace MlOps.Build.Engine.Registry.Tags;

/// <summary>A tag that is to be written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Commit">The commit that it tags.</param>
/// <param name="Message">Subject and trailers.</param>
/// <param name="Guard">
/// A reference that is created with the tag and that only one of several writers can create, whatever numbers they have counted: for a version
/// its commit, for a stage the number of its change.
/// </param>
internal sealed record NewTag(TagName Name, string Commit, string Message, string Guard)
{
    public static string CommitGuard(string artifact, string commit) => $"refs/mlops/versions/{Escape(artifact)}/{commit}";

    public static string StageGuard(string artifact, string stage, int change) =>
        FormattableString.Invariant($"refs/mlops/stages/{Escape(artifact)}/{Escape(stage)}/{change}");

    // A name within a name would be a folder where the other is a file.
    private static string Escape(string name) => name.Replace("/", "%2F", StringComparison.Ordinal).Replace(':', '=');
}
