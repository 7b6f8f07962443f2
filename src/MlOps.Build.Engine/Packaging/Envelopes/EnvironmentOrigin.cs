using System.Globalization;

namespace MlOps.Build.Engine.Packaging.Envelopes;

/// <summary>
/// What the variables of GitHub Actions, GitLab CI and Azure Pipelines say of a run. The clock is never asked: a time is
/// the pipeline's, or that of <c>SOURCE_DATE_EPOCH</c> (https://reproducible-builds.org/specs/source-date-epoch/).
/// </summary>
internal static class EnvironmentOrigin
{
    public static BuildOrigin Read(Func<string, string?> variable)
    {
        string? Get(string name) => variable(name) is { Length: > 0 } value ? value : null;
        var origin = Get("GITHUB_ACTIONS") is not null ? GitHub(Get)
            : Get("GITLAB_CI") is not null ? GitLab(Get)
            : Get("TF_BUILD") is not null ? AzurePipelines(Get)
            : new BuildOrigin();
        return origin with { Time = origin.Time ?? Epoch(Get("SOURCE_DATE_EPOCH")) };
    }

    private static BuildOrigin GitHub(Func<string, string?> get)
    {
        var repository = get("GITHUB_SERVER_URL") is { } server && get("GITHUB_REPOSITORY") is { } name ? $"{server}/{name}" : null;
        return new BuildOrigin
        {
            Commit = get("GITHUB_SHA"),
            Ref = get("GITHUB_REF"),
            Repository = WithoutUser(repository),
            Run = get("GITHUB_RUN_ID") is { } run ? repository is null ? run : $"{repository}/actions/runs/{run}" : null,
            Actor = get("GITHUB_ACTOR"),
            Builder = get("GITHUB_SERVER_URL") is { } host && get("GITHUB_WORKFLOW_REF") is { } workflow ? $"{host}/{workflow}" : null,
        };
    }

    private static BuildOrigin GitLab(Func<string, string?> get) => new()
    {
        Commit = get("CI_COMMIT_SHA"),
        Ref = get("CI_COMMIT_REF_NAME"),
        Repository = WithoutUser(get("CI_PROJECT_URL")),
        Run = get("CI_PIPELINE_URL"),
        Actor = get("GITLAB_USER_LOGIN"),
        Builder = get("CI_PROJECT_URL") is { } project && get("CI_RUNNER_ID") is { } runner ? $"{WithoutUser(project)}/-/runners/{runner}" : null,
        Time = OriginTime.Parse(get("CI_PIPELINE_CREATED_AT")),
    };

    private static BuildOrigin AzurePipelines(Func<string, string?> get) => new()
    {
        Commit = get("BUILD_SOURCEVERSION"),
        Ref = get("BUILD_SOURCEBRANCH"),
        Repository = WithoutUser(get("BUILD_REPOSITORY_URI")),
        Run = get("BUILD_BUILDID") is { } run
            ? get("SYSTEM_COLLECTIONURI") is { } host && get("SYSTEM_TEAMPROJECT") is { } project
                ? $"{host}{Uri.EscapeDataString(project)}/_build/results?buildId={run}"
                : run
            : null,
        Actor = get("BUILD_REQUESTEDFOR"),
        Builder = get("SYSTEM_COLLECTIONURI") is { } collection && get("SYSTEM_TEAMPROJECT") is { } team && get("SYSTEM_DEFINITIONID") is { } definition
            ? $"{collection}{Uri.EscapeDataString(team)}/_build?definitionId={definition}"
            : null,
    };

    // A clone's address may carry a token.
    private static string? WithoutUser(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length > 0
            ? new UriBuilder(uri) { UserName = "", Password = "", Port = uri.IsDefaultPort ? -1 : uri.Port }.Uri.AbsoluteUri
            : address;

    private static string? Epoch(string? seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var since) && since <= 253402300799
            ? OriginTime.Text(DateTimeOffset.FromUnixTimeSeconds(since))
            : null;
}
