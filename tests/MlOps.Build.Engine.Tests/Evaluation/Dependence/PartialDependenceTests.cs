using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Importances;
using MlOps.Build.Engine.Evaluation.Importances.Dependence;
using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Tests.Evaluation.Dependence;

/// <summary>Expected values: scikit-learn's <c>partial_dependence</c> by brute force.</summary>
public sealed class PartialDependenceTests
{
    private static readonly string[] Places = ["east", "north", "south", "west"];

    public static TheoryData<LearningTask> Tasks => [.. DependenceCase.All.Select(item => item.Task)];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Means_at_each_value_are_scikit_learns(LearningTask task)
    {
        var expected = DependenceCase.All.Single(item => item.Task == task);
        var curves = Measure(expected, Columns());
        curves.Select(curve => curve.Column).ShouldBe(["speed", "height", "place"]);
        foreach (var curve in curves)
        {
            curve.Rows.ShouldBe(300);
            var wanted = expected.Curves.Single(item => item.Column == curve.Column);
            // Of many numbers some are at two of the twenty quantiles.
            curve.Points.Count.ShouldBeInRange(Math.Min(wanted.Values.Length, 10), Math.Min(wanted.Values.Length, 20));
            foreach (var point in curve.Points)
                ShouldBe(point, wanted.Means[Array.FindIndex(wanted.Values, value => IsSame(value, point.Value))]);
        }
    }

    [Fact]
    public void A_column_that_feeds_a_cross_is_left_out()
    {
        List<FeatureColumnSummary> columns = [.. Columns(), new() { Column = "speed x place", Sources = ["speed", "place"], Transformations = [], FirstInput = 5, InputCount = 1 }];
        Measure(DependenceCase.All[0], columns).Select(curve => curve.Column).ShouldBe(["height"]);
    }

    [Fact]
    public void Columns_of_no_use_and_without_values_are_passed_over()
    {
        Importance[] importances = [new("speed", 0.2, 0.1, 0.3), new("place", 0.1, 0, 0.3), new("height", 0, 0, 0)];
        PartialDependence.Measure(
            Request(DependenceCase.All[0], Columns()),
            importances,
            name => name == "speed" ? [] : Grid(name),
            Rows(DependenceCase.All[0]),
            5,
            TestContext.Current.CancellationToken).Select(curve => curve.Column).ShouldBe(["place"]);
    }

    [Fact]
    public void Numbers_are_taken_at_the_middles_of_parts_of_equal_mass()
    {
        var column = Tables.Csv("a\n" + string.Join('\n', Enumerable.Range(0, 1000).Select(i => (i * 7 % 1000) / 10.0))).Find("a")!;
        var grid = DependenceGrid.Of(column, [.. Enumerable.Range(0, 1000)]);
        grid.Select(value => value.Number!.Value).ShouldBe(Enumerable.Range(0, 20).Select(i => (25 + (i * 50)) / 10.0));
        grid.ShouldAllBe(value => column.Text(value.Donor) == value.Text);
    }

    [Fact]
    public void Categories_are_the_most_frequent_ones_and_none_is_a_single_rows()
    {
        var texts = Enumerable.Range(0, 30).SelectMany(i => Enumerable.Repeat($"c{i:00}", i < 15 ? 2 + i : 1)).Append("").ToArray();
        var table = Tables.Csv("a,b\n" + string.Join('\n', texts.Select(text => text + ",1")));
        int[] rows = [.. Enumerable.Range(0, texts.Length)];
        DependenceGrid.Of(table.Find("a")!, rows).Select(value => value.Text).ShouldBe(Enumerable.Range(0, 12).Select(i => $"c{14 - i:00}"));
        DependenceGrid.Of(table.Find("b")!, rows).ShouldBeEmpty();
    }

    [Fact]
    public void Dates_stand_in_their_order_and_are_no_numbers()
    {
        var days = Enumerable.Range(0, 40).Select(i => new DateOnly(2024, 1, 1).AddDays(i * 17 % 40).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var column = Tables.Csv("a,b\n" + string.Join('\n', days.Select(day => day + ",1"))).Find("a")!;
        var grid = DependenceGrid.Of(column, [.. Enumerable.Range(0, 40)]);
        grid.Count.ShouldBe(12);
        grid.Select(value => value.Text).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
        grid.ShouldAllBe(value => value.Number == null);
    }

    private static IReadOnlyList<ColumnDependence> Measure(DependenceCase model, IReadOnlyList<FeatureColumnSummary> columns) => PartialDependence.Measure(
        Request(model, columns),
        [new("speed", 0.3, 0, 1), new("height", 0.2, 0, 1), new("place", 0.1, 0, 1)],
        Grid,
        Rows(model),
        5,
        TestContext.Current.CancellationToken);

    private static ImportanceRequest Request(DependenceCase model, IReadOnlyList<FeatureColumnSummary> columns) => new()
    {
        Features = Features(),
        Columns = columns,
        Score = features => [.. Enumerable.Range(0, features.Rows).SelectMany(row => Score(model, features.Row(row).ToArray()))],
    };

    private static IReadOnlyList<GridValue> Grid(string name)
    {
        var lines = DependenceCase.Rows.Select(row => FormattableString.Invariant($"{row.Speed},{row.Height},{row.Place}"));
        return DependenceGrid.Of(Tables.Csv("speed,height,place\n" + string.Join('\n', lines)).Find(name)!, [.. Enumerable.Range(0, DependenceCase.Rows.Length)]);
    }

    // One-hot places first, as in the coefficients of the logistic regressions.
    private static FeatureMatrix Features() => new(
        DependenceCase.Rows.Length,
        [.. Places, "speed", "height"],
        [.. DependenceCase.Rows.SelectMany(row => Places.Select(place => place == row.Place ? 1f : 0).Concat([row.Speed, row.Height]))]);

    private static List<FeatureColumnSummary> Columns() =>
    [
        new() { Column = "place", Sources = ["place"], Transformations = [], FirstInput = 0, InputCount = 4 },
        new() { Column = "speed", Sources = ["speed"], Transformations = [], FirstInput = 4, InputCount = 1 },
        new() { Column = "height", Sources = ["height"], Transformations = [], FirstInput = 5, InputCount = 1 },
    ];

    private static ScoredRows Rows(DependenceCase model)
    {
        var classes = model.Task switch { LearningTask.Regression => 0, LearningTask.Binary => 2, _ => 3 };
        var count = DependenceCase.Rows.Length;
        return new ScoredRows(model.Task, classes, new float[count], new float[count * Math.Max(1, classes)], 0.5);
    }

    private static float[] Score(DependenceCase model, float[] row)
    {
        if (model.Task == LearningTask.Regression)
            return [(row[4] * row[5] / 10) + Math.Abs(row[4] - 6) + (2 * row[1])];
        var powers = model.Coefficients.Select((weights, k) => Math.Exp(model.Intercepts[k] + weights.Select((weight, i) => weight * row[i]).Sum())).ToList();
        if (powers.Count == 1)
            powers.Insert(0, 1);
        return [.. powers.Select(power => (float)(power / powers.Sum()))];
    }

    private static void ShouldBe(DependencePoint point, double[] wanted)
    {
        point.Means.Count.ShouldBe(wanted.Length);
        for (var k = 0; k < wanted.Length; k++)
            point.Means[k].ShouldBe(wanted[k], 1e-6 * Math.Max(1, Math.Abs(wanted[k])), $"{point.Value}, output {k}");
    }

    private static bool IsSame(string expected, string value) =>
        double.TryParse(expected, CultureInfo.InvariantCulture, out var number) && double.TryParse(value, CultureInfo.InvariantCulture, out var other)
            ? number == other
            : expected == value;
}
