using MlOps.Build.Engine.Packaging.Predictors;

namespace MlOps.Build.Engine.Tests.Packaging.Predictors;

public sealed class IdentifiersTests
{
    [Theory]
    [InlineData("Speed IAS in knots", "SpeedIASInKnots")]
    [InlineData("bill_length_mm", "BillLengthMm")]
    [InlineData("FLIGHT_DATE", "FlightDate")]
    [InlineData("2nd value", "_2ndValue")]
    [InlineData("größe", "Größe")]
    [InlineData("速度", "速度")]
    [InlineData("Cost Total $", "CostTotal")]
    public void A_name_becomes_pascal_case(string name, string expected) => Identifiers.Pascal(name).ShouldBe(expected);

    [Fact]
    public void Names_that_collide_are_numbered_in_order() =>
        Identifiers.For(["a b", "a_b", "AB", "A-B"], []).ShouldBe(["AB", "AB2", "Ab", "AB3"]);

    [Fact]
    public void A_number_given_to_one_name_is_not_given_again() =>
        Identifiers.For(["x", "X", "x2"], []).ShouldBe(["X", "X2", "X22"]);

    [Fact]
    public void A_name_without_a_usable_character_is_named_by_its_place() =>
        Identifiers.For(["a", "%"], []).ShouldBe(["A", "Column2"]);
}
