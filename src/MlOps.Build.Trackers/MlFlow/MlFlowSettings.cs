using System.Net.Http.Headers;
using MlOps.Build.Contracts;
using MlOps.Build.Trackers.Http;

namespace MlOps.Build.Trackers.MlFlow;

/// <summary>What MLflow's own variables say (<c>mlflow/environment_variables.py</c>).</summary>
internal sealed record MlFlowSettings
{
    public const string ExperimentName = "experiment";
    public const string ExperimentId = "experimentId";
    public const string RunId = "run";
    public const string TrackingVariable = "MLFLOW_TRACKING_URI";
    public const string RegistryVariable = "MLFLOW_REGISTRY_URI";

    public required TrackerAddress Address { get; init; }

    public required bool IsInsecure { get; init; }

    /// <summary>A PEM file of authorities; null for the machine's.</summary>
    public required string? Certificates { get; init; }

    /// <summary>Where on the server runs go.</summary>
    public required IReadOnlyDictionary<string, string> Placement { get; init; }

    /// <param name="name">The variable that names the server.</param>
    /// <param name="variable">The environment.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <returns>Null when no server is named, or none that takes HTTP; the latter is a finding.</returns>
    public static MlFlowSettings? Read(string name, Func<string, string?> variable, DiagnosticBag diagnostics)
    {
        if (variable(name) is not { Length: > 0 } url)
            return null;
        if (TrackerAddress.Parse(url, Account(url, variable)) is not { } address)
        {
            diagnostics.Warning(RunSinkCodes.Settings,
                $"{name} is no address that begins with http:// or https://: nothing is sent there. Name a server, or write MLflow's folders and databases with 'mlops runs export'.");
            return null;
        }

        var isInsecure = IsTrue(variable("MLFLOW_TRACKING_INSECURE_TLS"));
        var certificates = isInsecure ? null : variable("MLFLOW_TRACKING_SERVER_CERT_PATH") is { Length: > 0 } path ? path : null;
        if (certificates is not null && !File.Exists(certificates))
        {
            diagnostics.Warning(RunSinkCodes.Settings, $"MLFLOW_TRACKING_SERVER_CERT_PATH names '{certificates}', which is not there: nothing is sent. Mend or clear it.");
            return null;
        }

        return new MlFlowSettings { Address = address, IsInsecure = isInsecure, Certificates = certificates, Placement = ReadPlacement(variable) };
    }

    // As MLflow's client: name and password before a token, and an account of .netrc where there is neither.
    private static AuthenticationHeaderValue? Account(string url, Func<string, string?> variable)
    {
        if (variable("MLFLOW_TRACKING_USERNAME") is { Length: > 0 } user && variable("MLFLOW_TRACKING_PASSWORD") is { Length: > 0 } password)
            return TrackerAddress.Basic(user, password);
        if (variable("MLFLOW_TRACKING_TOKEN") is { Length: > 0 } token)
            return new AuthenticationHeaderValue("Bearer", token);
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && Netrc.Find(uri.Host, variable) is { } account
            ? TrackerAddress.Basic(account.Login, account.Password)
            : null;
    }

    private static Dictionary<string, string> ReadPlacement(Func<string, string?> variable)
    {
        var placement = new Dictionary<string, string>();
        Take("MLFLOW_EXPERIMENT_NAME", ExperimentName);
        Take("MLFLOW_EXPERIMENT_ID", ExperimentId);
        Take("MLFLOW_RUN_ID", RunId);
        return placement;

        void Take(string name, string key)
        {
            if (variable(name) is { Length: > 0 } value)
                placement[key] = value;
        }
    }

    private static bool IsTrue(string? value) => value?.ToLowerInvariant() is "true" or "1";
}
