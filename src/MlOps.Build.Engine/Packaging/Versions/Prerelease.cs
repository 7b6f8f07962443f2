using System.Text.RegularExpressions;

namespace MlOps.Build.Engine.Packaging.Versions;

/// <summary>
/// What stands behind a version's three numbers, by where it was built: <c>pr.42.3</c> for run 3 of pull request 42, <c>ci.87</c> for run 87
/// of a branch, <c>local.g1a2b3c4</c> by the evidence elsewhere. Numbers are identifiers of their own, so <c>ci.9</c> sorts before
/// <c>ci.87</c> (SemVer, 11).
/// </summary>
internal static partial class Prerelease
{
    /// <summary>The value of <c>MlOpsPrerelease</c> that asks for the label of a local build also in CI.</summary>
    public const string Local = "local";

    /// <summary>The label of a local build: the letter keeps a digest of digits from being a number with leading zeros.</summary>
    public static string OfEvidence(string evidence) => $"{Local}.g{evidence[..7]}";

    /// <summary>True for what SemVer allows behind the hyphen.</summary>
    public static bool IsValid(string label) => Valid().IsMatch(label);

    /// <summary>The label of a run on GitHub Actions, GitLab CI or Azure Pipelines; null elsewhere, and when its variables make none.</summary>
    public static string? OfRun(Func<string, string?> variable)
    {
        string? Get(string name) => variable(name) is { Length: > 0 } value ? value : null;
        var (request, run) = Get("GITHUB_ACTIONS") is not null ? (GitHubRequest(Get), Get("GITHUB_RUN_NUMBER"))
            : Get("GITLAB_CI") is not null ? (Get("CI_MERGE_REQUEST_IID"), Get("CI_PIPELINE_IID"))
            : Get("TF_BUILD") is not null ? (Get("SYSTEM_PULLREQUEST_PULLREQUESTNUMBER") ?? Get("SYSTEM_PULLREQUEST_PULLREQUESTID"), Get("BUILD_BUILDID"))
            : (null, null);
        if (run is null || !Number().IsMatch(run))
            return null;
        return request is not null && Number().IsMatch(request) ? $"pr.{request}.{run}" : $"ci.{run}";
    }

    // With pull_request_target the ref is the base branch: its run builds that, unless a workflow checks out what it should not.
    private static string? GitHubRequest(Func<string, string?> get) =>
        get("GITHUB_EVENT_NAME") == "pull_request" && get("GITHUB_REF") is { } name && Request().Match(name) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,17})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^refs/pull/([0-9]+)/", RegexOptions.CultureInvariant)]
    private static partial Regex Request();

    [GeneratedRegex(@"^(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Valid();
}
