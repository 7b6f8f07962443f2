using MlOps.Build.Engine.Gates;

namespace MlOps.Build.Engine.Tests.Reporting;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(0.7744, "0.774")]
    [InlineData(-0.0001, "0.000")]
    [InlineData(53.21, "53.21")]
    [InlineData(541.26, "541.3")]
    [InlineData(3932.8, "3,933")]
    [InlineData(1e20, "1e+20")]
    [InlineData(double.NaN, "not a number")]
    [InlineData(0, "0.000")]
    public void Numbers_have_the_digits_that_people_read(double value, string text) => NumberText.Of(value).ShouldBe(text);

    [Theory]
    [InlineData(0.008, "+0.008")]
    [InlineData(-0.008, "-0.008")]
    [InlineData(0.0001, "0.000")]
    public void Differences_have_a_sign(double value, string text) => NumberText.Signed(value).ShouldBe(text);

    [Theory]
    [InlineData(0.95, "95%")]
    [InlineData(0.0123, "1.2%")]
    [InlineData(1, "100%")]
    public void Shares_are_per_cent(double value, string text) => NumberText.Percent(value).ShouldBe(text);

    [Fact]
    public void A_value_just_below_its_limit_does_not_look_equal_to_it() =>
        NumberText.Of(0.69999, NumberText.DecimalsApart(0.69999, 0.7, 3)).ShouldBe("0.69999");
}
