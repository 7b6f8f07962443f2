using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Versions;

namespace MlOps.Build.Engine.Tests.Packaging.Versions;

public sealed class CoreVersionTests
{
    [Theory]
    [InlineData("1.4.2", VersionLevel.Major, "2.0.0")]
    [InlineData("1.4.2", VersionLevel.Minor, "1.5.0")]
    [InlineData("1.4.2", VersionLevel.Patch, "1.4.3")]
    [InlineData("1.4.2", VersionLevel.None, "1.4.2")]
    [InlineData("1.4.2-pr.42.3", VersionLevel.Patch, "1.4.3")]
    [InlineData("0.4.2", VersionLevel.Major, "0.5.0")]
    [InlineData("0.4.2", VersionLevel.Minor, "0.5.0")]
    [InlineData("0.4.2", VersionLevel.Patch, "0.4.3")]
    public void The_next_version_moves_one_number(string champion, VersionLevel level, string next) =>
        CoreVersion.Of(champion).ShouldNotBeNull().Next(level).ToString().ShouldBe(next);

    [Theory]
    [InlineData("1.4")]
    [InlineData("01.4.2")]
    [InlineData("1.4.2.1")]
    [InlineData("latest")]
    [InlineData(null)]
    public void What_has_no_three_numbers_is_none(string? version) => CoreVersion.Of(version).ShouldBeNull();
}
