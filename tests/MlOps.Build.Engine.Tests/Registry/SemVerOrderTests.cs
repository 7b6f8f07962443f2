using MlOps.Build.Engine.Registry;

namespace MlOps.Build.Engine.Tests.Registry;

public sealed class SemVerOrderTests
{
    // The examples of https://semver.org/spec/v2.0.0.html#spec-item-11, and a number too long for any integer.
    [Fact]
    public void Versions_are_in_the_order_of_the_specification()
    {
        string[] ordered =
        [
            "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "2.0.0", "2.1.0", "2.1.1", "10.0.0",
            "99999999999999999999999.999999999999999999.99999999999999999",
        ];
        ordered.Reverse().Order(SemVerOrder.Instance).ShouldBe(ordered);
        SemVerOrder.Instance.Compare("1.0.0+a", "1.0.0+b").ShouldBe(0);
    }
}
