using MlOps.Build.Contracts;

namespace MlOps.Build.Trackers;

/// <summary>A server that takes runs.</summary>
internal interface IRunDestination
{
    /// <summary>Its kind: <c>mlflow</c> or <c>wandb</c>.</summary>
    string Name { get; }

    /// <summary>Where it is, without anything secret.</summary>
    string Address { get; }

    /// <summary>What decides where on the server runs go, such as an experiment's name; nothing secret.</summary>
    IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>Whether it takes what runs leave, too.</summary>
    bool TakesFiles { get; }

    /// <summary>Writes what the server does not have of the run yet. May be called again after any failure: nothing comes twice.</summary>
    /// <param name="run">The run.</param>
    /// <param name="settings">Those that held when the run was recorded.</param>
    /// <param name="diagnostics">Takes what is left out.</param>
    /// <param name="cancellationToken">Ends it; what is there stays.</param>
    /// <exception cref="Http.TrackerException">The server does not take it.</exception>
    Task SendAsync(TrackedRun run, IReadOnlyDictionary<string, string> settings, DiagnosticBag diagnostics, CancellationToken cancellationToken);
}
