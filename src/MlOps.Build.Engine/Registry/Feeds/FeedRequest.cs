using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Registry.Feeds;

/// <summary>What a feed is asked for, checked before it goes into a path or an address.</summary>
internal static class FeedRequest
{
    /// <summary>Refuses what is no id: it would be part of a path.</summary>
    public static void CheckId(string feed, string id)
    {
        if (!PackageIdentity.IsId(id))
            throw new FeedException(FeedCodes.Unsupported, $"'{id}' is no package id, which the feed '{feed}' was asked for. Look at its spelling.");
    }

    /// <summary>The version, or an exception when it is none.</summary>
    public static FeedVersion Version(string feed, string version) => FeedVersion.Parse(version) ?? throw new FeedException(
        FeedCodes.Unsupported, $"'{version}' is no version, which the feed '{feed}' was asked for. Expected one such as 1.4.2 or 1.4.2-ci.87.");

    /// <summary>What the file says that it is, or an exception when it is something else than it is pushed as.</summary>
    public static PackageIdentity Pushable(string file, string id, string version)
    {
        PackageIdentity? identity;
        try
        {
            identity = PackageIdentity.Read(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FeedException(
                FeedCodes.NotPushable, $"'{file}' cannot be read: {exception.Message.ReplaceLineEndings(" ")} Pack the project, and push the file that it names.", exception);
        }

        if (identity is null)
            throw new FeedException(FeedCodes.NotPushable, $"'{file}' is no NuGet package. Push what 'dotnet pack' wrote.");
        return FeedVersion.Parse(version) is { } wanted && identity.Is(id, wanted) ? identity : throw new FeedException(
            FeedCodes.NotPushable,
            $"'{file}' is {identity.Id} {identity.Version} by its nuspec and cannot be pushed as {id} {version}. Pack it again under that version.");
    }
}
