using MlOps.Build.Engine.Packaging.Versions;
using NuGet.Versioning;

namespace MlOps.Build.Engine.Tests.Packaging.Versions;

/// <summary>Labels of runs, by the variables that each system documents; order and validity are NuGet's own.</summary>
public sealed class PrereleaseTests
{
    [Theory]
    [InlineData("ci.87", "GITHUB_ACTIONS=true;GITHUB_EVENT_NAME=push;GITHUB_REF=refs/heads/main;GITHUB_RUN_NUMBER=87")]
    [InlineData("pr.42.3", "GITHUB_ACTIONS=true;GITHUB_EVENT_NAME=pull_request;GITHUB_REF=refs/pull/42/merge;GITHUB_RUN_NUMBER=3")]
    [InlineData("ci.3", "GITHUB_ACTIONS=true;GITHUB_EVENT_NAME=pull_request_target;GITHUB_REF=refs/heads/main;GITHUB_RUN_NUMBER=3")]
    [InlineData("ci.9", "GITHUB_ACTIONS=true;GITHUB_EVENT_NAME=merge_group;GITHUB_REF=refs/heads/gh-readonly-queue/main/pr-7-abc;GITHUB_RUN_NUMBER=9")]
    [InlineData("ci.12", "GITLAB_CI=true;CI_PIPELINE_IID=12;CI_COMMIT_REF_NAME=main")]
    [InlineData("pr.5.12", "GITLAB_CI=true;CI_PIPELINE_IID=12;CI_MERGE_REQUEST_IID=5")]
    [InlineData("ci.1201", "TF_BUILD=True;BUILD_BUILDID=1201;BUILD_REASON=IndividualCI")]
    [InlineData("pr.17.1201", "TF_BUILD=True;BUILD_BUILDID=1201;SYSTEM_PULLREQUEST_PULLREQUESTID=17")]
    [InlineData("pr.8.1201", "TF_BUILD=True;BUILD_BUILDID=1201;SYSTEM_PULLREQUEST_PULLREQUESTID=900;SYSTEM_PULLREQUEST_PULLREQUESTNUMBER=8")]
    [InlineData(null, "")]
    [InlineData(null, "GITHUB_RUN_NUMBER=87")]
    [InlineData(null, "GITHUB_ACTIONS=true;GITHUB_RUN_NUMBER=007")]
    [InlineData(null, "GITHUB_ACTIONS=true;GITHUB_RUN_NUMBER=1;rm")]
    public void A_run_has_its_label(string? label, string variables)
    {
        var values = variables.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair.ElementAtOrDefault(1));
        if (variables.EndsWith(";rm", StringComparison.Ordinal))
            values["GITHUB_RUN_NUMBER"] = "1;rm";
        Prerelease.OfRun(name => values.GetValueOrDefault(name)).ShouldBe(label);
    }

    [Fact]
    public void NuGet_sorts_them_before_their_stable_version_and_by_run()
    {
        string[] expected = ["1.4.2", "1.5.0-ci.9", "1.5.0-ci.87", "1.5.0-ci.100", "1.5.0-local.g0000000", "1.5.0-pr.9.1", "1.5.0-pr.42.3", "1.5.0-pr.42.12", "1.5.0", "1.5.1-ci.1"];
        expected.Reverse().Select(NuGetVersion.Parse).Order().Select(version => version.ToNormalizedString()).ShouldBe(expected);
    }

    [Theory]
    [InlineData("0000000")]
    [InlineData("0123456")]
    [InlineData("abcdef0")]
    public void A_local_label_is_one_that_NuGet_takes(string digest)
    {
        var label = Prerelease.OfEvidence(digest + "ffff");
        Prerelease.IsValid(label).ShouldBeTrue();
        NuGetVersion.Parse("1.0.0-" + label).Release.ShouldBe($"local.g{digest}");
    }

    // The samples of https://semver.org/#is-there-a-suggested-regular-expression-regex-to-check-a-semver-string, and NuGet's word on each.
    [Theory]
    [InlineData("alpha", true)]
    [InlineData("beta.3", true)]
    [InlineData("alpha-a.b-c-somethinglong", true)]
    [InlineData("0A.is.legal", true)]
    [InlineData("---RC-SNAPSHOT.12.9.1--.12", true)]
    [InlineData("0123", false)]
    [InlineData("0123.0123", false)]
    [InlineData("alpha..", false)]
    [InlineData("alpha_beta", false)]
    [InlineData("", false)]
    [InlineData("beta\n", false)]
    public void Labels_are_those_of_SemVer(string label, bool valid)
    {
        Prerelease.IsValid(label).ShouldBe(valid);
        if (!label.EndsWith('\n'))
            SemanticVersion.TryParse("1.0.0-" + label, out _).ShouldBe(valid);
    }
}
