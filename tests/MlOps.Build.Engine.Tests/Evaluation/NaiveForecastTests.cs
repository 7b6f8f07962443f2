using MlOps.Build.Engine.Evaluation;

namespace MlOps.Build.Engine.Tests.Evaluation;

public sealed class NaiveForecastTests
{
    // In order of time the labels are 3, 5, 2, 9, so the steps are 2, 3, 7 and, over two rows, 1, 4.
    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 2.5)]
    [InlineData(4, 0)]
    public void Its_error_is_that_of_repeating_the_value_of_a_season_ago(int season, double expected)
    {
        var table = Tables.Csv("day,y\n2024-01-04,9\n2024-01-02,5\n2024-01-01,3\n2024-01-03,2\n");
        NaiveForecast.Error([9, 5, 3, 2], table.Columns[0], [0, 1, 2, 3], season).ShouldBe(expected);
    }
}
