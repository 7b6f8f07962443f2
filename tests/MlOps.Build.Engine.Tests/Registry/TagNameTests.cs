using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Tests.Registry;

/// <summary>Names that GTO's own tests and README use, and some that its expressions refuse.</summary>
public sealed class TagNameTests
{
    [Theory]
    [InlineData("rf@v1.2.3", "rf", TagAction.Register, "1.2.3", null, null)]
    [InlineData("rf@v1.2.3!", "rf", TagAction.Deregister, "1.2.3", null, null)]
    [InlineData("rf@v1.0.0-beta.2+build.5", "rf", TagAction.Register, "1.0.0-beta.2+build.5", null, null)]
    [InlineData("rf#prod#1", "rf", TagAction.Assign, null, "prod", 1L)]
    [InlineData("rf#prod!#2", "rf", TagAction.Unassign, null, "prod", 2L)]
    [InlineData("rf#prod", "rf", TagAction.Assign, null, "prod", null)]
    [InlineData("rf@deprecated", "rf", TagAction.Deprecate, null, null, null)]
    [InlineData("rf@created#3", "rf", TagAction.Create, null, null, 3L)]
    [InlineData("some/folder=rf@v0.0.1", "some/folder:rf", TagAction.Register, "0.0.1", null, null)]
    [InlineData("a/b_c-1#staging#12", "a/b_c-1", TagAction.Assign, null, "staging", 12L)]
    internal void Names_mean_what_they_mean_to_GTO_and_are_written_as_they_were_read(
        string name, string artifact, TagAction action, string? version, string? stage, long? counter)
    {
        var parsed = TagName.Parse(name).ShouldNotBeNull();
        (parsed.Artifact, parsed.Action, parsed.Version, parsed.Stage, parsed.Counter).ShouldBe((artifact, action, version, stage, counter));
        parsed.ToString().ShouldBe(name);
    }

    [Theory]
    [InlineData("v1.2.3")]
    [InlineData("rf@1.2.3")]
    [InlineData("rf@v1.2")]
    [InlineData("rf@v01.2.3")]
    [InlineData("rf.x@v1.2.3")]
    [InlineData("rf#")]
    [InlineData("rf#prod#x")]
    [InlineData("rf#prod#1\n")]
    [InlineData("-rf@v1.2.3")]
    [InlineData("rf#prod#99999999999999999999")]
    public void Other_tags_are_left_alone(string name) => TagName.Parse(name).ShouldBeNull();
}
