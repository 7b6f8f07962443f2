using MlOps.Build.Contracts;

namespace MlOps.Build.Trackers.Spool;

/// <summary>A run that waits for its server.</summary>
internal sealed record SpooledRun
{
    /// <summary>Of the file's form; a file of a later one stays where it is.</summary>
    public int Format { get; init; } = 1;

    /// <summary>The kind of server.</summary>
    public required string Destination { get; init; }

    /// <summary>Where it is, without anything secret.</summary>
    public required string Address { get; init; }

    /// <summary>Where on the server the run goes.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>The run.</summary>
    public required TrackedRun Run { get; init; }
}
