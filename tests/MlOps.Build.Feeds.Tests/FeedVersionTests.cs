using MlOps.Build.Engine.Registry.Feeds;
using NuGet.Versioning;

namespace MlOps.Build.Feeds.Tests;

/// <summary>Versions are read, written and ordered as NuGet's own library does.</summary>
public sealed class FeedVersionTests
{
    private static readonly string[] Texts =
    [
        "1", "1.0", "1.0.0", "1.0.0.0", "1.0.0.1", "01.002.3", "2.0.0-alpha", "2.0.0-ALPHA", "2.0.0-alpha.1", "2.0.0-alpha.10", "2.0.0-alpha.2",
        "2.0.0-alpha.beta", "2.0.0-1", "2.0.0-rc.1+build.5", "2.0.0+build", "2.0", "2.0.0-99999999999", "2.0.0-ci.87", "2.0.0-local.g1a2b3c4",
        "2147483647.0.0", "10.0.0", "9.9.9", "1.0.0--", "1.0.0-a-b.c", "1.0.0-0", "1.0.0-00a",
    ];

    [Theory]
    [InlineData("2147483648.0")]
    [InlineData("")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1.0.0-")]
    [InlineData("1.0.0-a..b")]
    [InlineData("1.0.0-01")]
    [InlineData("1.0.0+")]
    [InlineData("a.b")]
    [InlineData("-1.0")]
    [InlineData("../1.0.0")]
    public void What_is_no_version_for_NuGet_is_none_here(string text)
    {
        NuGetVersion.TryParse(text, out _).ShouldBeFalse();
        FeedVersion.Parse(text).ShouldBeNull();
    }

    [Fact]
    public void Every_spelling_is_normalized_as_NuGet_does() =>
        Texts.Select(text => FeedVersion.Parse(text)?.Normalized).ShouldBe(Texts.Select(text => NuGetVersion.Parse(text).ToNormalizedString()));

    [Fact]
    public void Every_pair_is_ordered_as_NuGet_does()
    {
        foreach (var one in Texts)
        {
            foreach (var other in Texts)
            {
                var expected = Math.Sign(NuGetVersion.Parse(one).CompareTo(NuGetVersion.Parse(other)));
                Math.Sign(FeedVersion.Parse(one)!.CompareTo(FeedVersion.Parse(other))).ShouldBe(expected, $"{one} and {other}");
            }
        }
    }
}
