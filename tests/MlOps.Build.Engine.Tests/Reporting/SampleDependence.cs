using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tests.Reporting;

/// <summary>Partial dependence of the sample reports; the numbers are made up.</summary>
internal static class SampleDependence
{
    public static IReadOnlyList<ColumnDependence> Strikes() =>
    [
        Categories("Wildlife Size", ("Small", [0.05]), ("Medium", [0.14]), ("Large", [0.31])),
        Numbers("Speed IAS in knots", 40, [0.07], [0.09], [0.1], [0.16], [0.19]),
    ];

    public static IReadOnlyList<ColumnDependence> Penguins() =>
    [
        Numbers("bill_length_mm", 35, [0.7, 0.1, 0.2], [0.4, 0.25, 0.35], [0.1, 0.45, 0.45]),
        Categories("island", ("Biscoe", [0.5, 0.2, 0.3]), ("Dream", [0.4, 0.3, 0.3])),
    ];

    /// <summary>The first of them with a name and values that may be anything.</summary>
    public static IReadOnlyList<ColumnDependence> Of(string name) =>
        [.. Strikes().Select(column => column with { Column = name, Points = [.. column.Points.Select(point => point with { Value = name })] })];

    private static ColumnDependence Categories(string column, params (string Value, double[] Means)[] points) => new()
    {
        Column = column,
        Rows = 500,
        Points = [.. points.Select(point => new DependencePoint { Value = point.Value, Means = point.Means })],
    };

    private static ColumnDependence Numbers(string column, int first, params double[][] means) => new()
    {
        Column = column,
        Rows = 500,
        Points = [.. means.Select((values, i) => new DependencePoint { Value = $"{first + (i * 30)}", Number = first + (i * 30), Means = values })],
    };
}
