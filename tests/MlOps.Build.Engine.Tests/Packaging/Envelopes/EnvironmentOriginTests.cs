using MlOps.Build.Engine.Packaging.Envelopes;

namespace MlOps.Build.Engine.Tests.Packaging.Envelopes;

/// <summary>The variables are those that each system documents.</summary>
public sealed class EnvironmentOriginTests
{
    [Fact]
    public void Without_a_variable_nothing_is_known() => Read([]).IsKnown.ShouldBeFalse();

    [Fact]
    public void GitHub_Actions_says_commit_run_and_actor() =>
        Read(new()
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_SHA"] = "1d2e3f4",
            ["GITHUB_REF"] = "refs/heads/main",
            ["GITHUB_SERVER_URL"] = "https://github.com",
            ["GITHUB_REPOSITORY"] = "birds/strikes",
            ["GITHUB_RUN_ID"] = "812",
            ["GITHUB_ACTOR"] = "octocat",
        }).ShouldBe(new BuildOrigin
        {
            Commit = "1d2e3f4",
            Ref = "refs/heads/main",
            Repository = "https://github.com/birds/strikes",
            Run = "https://github.com/birds/strikes/actions/runs/812",
            Actor = "octocat",
        });

    [Theory]
    [InlineData("https://github.com/birds/strikes/.github/workflows/build.yml@refs/heads/main",
        "GITHUB_ACTIONS=true GITHUB_SERVER_URL=https://github.com GITHUB_WORKFLOW_REF=birds/strikes/.github/workflows/build.yml@refs/heads/main")]
    [InlineData("https://gitlab.com/birds/strikes/-/runners/12", "GITLAB_CI=true CI_PROJECT_URL=https://gitlab.com/birds/strikes CI_RUNNER_ID=12")]
    [InlineData("https://dev.azure.com/birds/Strikes%20East/_build?definitionId=7",
        "TF_BUILD=True SYSTEM_COLLECTIONURI=https://dev.azure.com/birds/ SYSTEM_TEAMPROJECT=Strikes_East SYSTEM_DEFINITIONID=7")]
    public void Each_system_names_what_ran_the_build(string builder, string variables) =>
        Read(variables.Split(' ').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[0] == "SYSTEM_TEAMPROJECT" ? pair[1].Replace('_', ' ') : pair[1]))
            .Builder.ShouldBe(builder);

    [Fact]
    public void GitLab_says_its_time_which_is_kept_in_UTC() =>
        Read(new() { ["GITLAB_CI"] = "true", ["CI_COMMIT_SHA"] = "1d2e3f4", ["CI_PIPELINE_CREATED_AT"] = "2026-03-14T11:12:00+01:00" })
            .ShouldBe(new BuildOrigin { Commit = "1d2e3f4", Time = "2026-03-14T10:12:00Z" });

    [Fact]
    public void A_token_in_the_address_of_a_clone_is_left_out() =>
        Read(new()
        {
            ["TF_BUILD"] = "True",
            ["BUILD_REPOSITORY_URI"] = "https://user:secret@dev.azure.com/o/p/_git/r",
            ["BUILD_BUILDID"] = "7",
            ["SYSTEM_COLLECTIONURI"] = "https://dev.azure.com/o/",
            ["SYSTEM_TEAMPROJECT"] = "my p",
        }).ShouldBe(new BuildOrigin
        {
            Repository = "https://dev.azure.com/o/p/_git/r",
            Run = "https://dev.azure.com/o/my%20p/_build/results?buildId=7",
        });

    // date --utc --date=@1700000000
    [Fact]
    public void The_source_date_epoch_is_a_time_that_is_given() =>
        Read(new() { ["SOURCE_DATE_EPOCH"] = "1700000000" }).Time.ShouldBe("2023-11-14T22:13:20Z");

    [Fact]
    public void A_property_goes_before_a_variable() =>
        new BuildOrigin { Commit = "mine" }.Or(new BuildOrigin { Commit = "theirs", Run = "1" })
            .ShouldBe(new BuildOrigin { Commit = "mine", Run = "1" });

    private static BuildOrigin Read(Dictionary<string, string> variables) => EnvironmentOrigin.Read(variables.GetValueOrDefault);
}
