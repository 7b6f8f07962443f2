using MlOps.Build.Engine.Training.Commands;

namespace MlOps.Build.Engine.Configuration;

/// <summary>The section <c>command</c>: the program that trains, and what it is given.</summary>
internal sealed record CommandConfig
{
    /// <summary>The program and its arguments.</summary>
    public required IReadOnlyList<string> Run { get; init; }

    /// <summary>How the program gets its rows.</summary>
    public ExchangeFormat Format { get; init; }

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeoutReader.Default;

    /// <summary>How often the program is run again after an exit code other than 0.</summary>
    public int Retries { get; init; }

    /// <summary>What the user wants to tell the program: a JSON object.</summary>
    public string Settings { get; init; } = "{}";

    /// <summary>Files and patterns below the project's folder whose content decides what is learned; empty means those that <see cref="Run"/> names.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>Whether the program takes missing values; otherwise they are imputed before.</summary>
    public bool Missing { get; init; }

    /// <summary>What of it decides what is learned: patience is no part of that.</summary>
    public CommandConfig Recipe() => this with { Timeout = TimeoutReader.Default, Retries = 0 };
}
