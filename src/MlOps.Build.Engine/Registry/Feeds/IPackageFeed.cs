namespace MlOps.Build.Engine.Registry.Feeds;

/// <summary>
/// A place that keeps packages by id and version; a version's bytes never change. Ids are compared without case, versions as NuGet does:
/// <c>1.0</c>, <c>1.0.0.0</c> and <c>1.0.0+build</c> are one. What the environment causes is a <see cref="FeedException"/>.
/// </summary>
internal interface IPackageFeed
{
    /// <summary>The feed as people see it, without credentials.</summary>
    string Name { get; }

    /// <summary>The versions of a package, normalized SemVer, ascending; unlisted ones too. Empty when there are none.</summary>
    Task<IReadOnlyList<string>> VersionsAsync(string id, CancellationToken cancellationToken);

    /// <summary>The versions that may be proposed to somebody: without those that a server does not list. By default all.</summary>
    Task<IReadOnlyList<string>> ListedVersionsAsync(string id, CancellationToken cancellationToken) => VersionsAsync(id, cancellationToken);

    /// <summary>Writes a package to a file, whole or not at all; a file that is there is replaced.</summary>
    /// <returns>False when the feed does not have the version.</returns>
    Task<bool> DownloadAsync(string id, string version, string file, CancellationToken cancellationToken);

    /// <summary>Adds a package. A version that is there is never replaced, whoever pushes at the same time.</summary>
    /// <param name="file">The package.</param>
    /// <param name="id">Its id.</param>
    /// <param name="version">Its version.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<PushOutcome> PushAsync(string file, string id, string version, CancellationToken cancellationToken);

    /// <summary>Takes back an own push; some servers only stop to list it.</summary>
    /// <param name="id">The package's id.</param>
    /// <param name="version">Its version.</param>
    /// <param name="sha256">The hash of the pushed file, lower-case hexadecimal; other bytes stay.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>True when the feed did so; false when it has other bytes, or none.</returns>
    Task<bool> RemoveAsync(string id, string version, string sha256, CancellationToken cancellationToken);
}
