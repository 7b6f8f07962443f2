namespace MlOps.Build.Contracts;

/// <summary>
/// <c>envelope.json</c>: where and by whom a package was built, as far as the build was told. It stands beside the evidence and is not
/// part of it: the digest does not cover it, and the same evidence may come in another envelope.
/// </summary>
public sealed record PackageEnvelope
{
    /// <summary>The format that this kit writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The format of this record.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The package's id.</summary>
    public required string Name { get; init; }

    /// <summary>The package's version.</summary>
    public required string Version { get; init; }

    /// <summary>The evidence digest that the envelope belongs to.</summary>
    public required string Evidence { get; init; }

    /// <summary>The commit that was built.</summary>
    public string? Commit { get; init; }

    /// <summary>The branch or tag that was built.</summary>
    public string? Ref { get; init; }

    /// <summary>The address of the repository, without user and password.</summary>
    public string? Repository { get; init; }

    /// <summary>The address or number of the run that built it.</summary>
    public string? Run { get; init; }

    /// <summary>Who started the run.</summary>
    public string? Actor { get; init; }

    /// <summary>The framework that the build ran on, to its patch: <c>.NET 10.0.1</c>.</summary>
    public string? Framework { get; init; }

    /// <summary>The family of the operating system: <c>linux</c>, <c>windows</c>, <c>macos</c> or <c>other</c>.</summary>
    public string? OperatingSystem { get; init; }

    /// <summary>The processor's architecture: <c>x64</c>, <c>arm64</c> …</summary>
    public string? Architecture { get; init; }

    /// <summary>The time that the build was given, ISO 8601 in UTC.</summary>
    public string? Time { get; init; }
}
