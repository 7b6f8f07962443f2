using MlOps.Build.Engine.Reporting.Plots;

namespace MlOps.Build.Engine.Tests.Reporting;

public sealed class TicksTests
{
    [Theory]
    [InlineData(0, 13e6, "0M 5M 10M")]
    [InlineData(0, 2.2e6, "0.0M 0.5M 1.0M 1.5M 2.0M")]
    [InlineData(-3e9, 3e9, "-2G 0G 2G")]
    [InlineData(0, 900_000, "0 200,000 400,000 600,000 800,000")]
    [InlineData(0, 0.9, "0.0 0.2 0.4 0.6 0.8")]
    public void Numbers_of_seven_digits_and_more_are_short(double low, double high, string expected)
    {
        var ticks = Ticks.Of(low, high, 5, percent: false);
        string.Join(' ', ticks.Values.Select(ticks.Text)).ShouldBe(expected);
    }
}
