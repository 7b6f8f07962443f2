using MlOps.Build.Contracts;
using MlOps.Build.Trackers.Http;

namespace MlOps.Build.Trackers.WeightsAndBiases;

/// <summary>What the variables of Weights &amp; Biases say (<c>wandb/env.py</c>).</summary>
internal sealed record WandbSettings
{
    public const string Project = "project";
    public const string Entity = "entity";
    private const string PublicServer = "https://api.wandb.ai";

    public required TrackerAddress Address { get; init; }

    /// <summary>Where on the server runs go.</summary>
    public required IReadOnlyDictionary<string, string> Placement { get; init; }

    /// <summary>Where folders for <c>wandb sync</c> are written, when nothing is to be sent; otherwise null.</summary>
    /// <param name="variable">The environment.</param>
    /// <param name="otherwise">The folder without <c>WANDB_DIR</c>: the current one is nobody's business in a build.</param>
    public static string? OfflineFolder(Func<string, string?> variable, string otherwise) =>
        Mode(variable) is "offline" or "dryrun" ? variable("WANDB_DIR") is { Length: > 0 } folder ? folder : otherwise : null;

    /// <returns>Null when there is no account, or nothing is to be sent.</returns>
    public static WandbSettings? Read(Func<string, string?> variable, DiagnosticBag diagnostics)
    {
        if (Mode(variable) is "offline" or "dryrun" or "disabled")
            return null;
        var url = variable("WANDB_BASE_URL") is { Length: > 0 } own ? own.TrimEnd('/') : PublicServer;
        if (Key(url, variable) is not { Length: > 0 } key)
            return null;
        if (TrackerAddress.Parse(url, TrackerAddress.Basic("api", key.Trim())) is { } address)
            return new WandbSettings { Address = address, Placement = ReadPlacement(variable) };
        diagnostics.Warning(RunSinkCodes.Settings, "WANDB_BASE_URL is no address that begins with http:// or https://: runs are not sent. Name a server, or clear it.");
        return null;
    }

    // An account in .netrc alone is everywhere on a machine; a project says that this build means it.
    private static string? Key(string url, Func<string, string?> variable) => variable("WANDB_API_KEY") is { Length: > 0 } key
        ? key
        : variable("WANDB_PROJECT") is { Length: > 0 } && Uri.TryCreate(url, UriKind.Absolute, out var uri) ? Netrc.Find(uri.Host, variable)?.Password : null;

    private static string Mode(Func<string, string?> variable) => (variable("WANDB_MODE") ?? "").ToLowerInvariant();

    private static Dictionary<string, string> ReadPlacement(Func<string, string?> variable)
    {
        var placement = new Dictionary<string, string>();
        if (variable("WANDB_PROJECT") is { Length: > 0 } project)
            placement[Project] = project;
        if (variable("WANDB_ENTITY") is { Length: > 0 } entity)
            placement[Entity] = entity;
        return placement;
    }
}
