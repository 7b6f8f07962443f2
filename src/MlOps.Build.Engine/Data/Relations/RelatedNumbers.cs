using MlOps.Build.Engine.Drift;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Data.Relations;

/// <summary>Numbers or dates, and their ranks.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Values">Less their mean and divided by their length as a vector, so that a product of two columns is their correlation; NaN where missing.</param>
/// <param name="Order">The rows that have a value, by value.</param>
/// <param name="Ranks">Their ranks in the same form; equal values share their mean rank.</param>
internal sealed record RelatedNumbers(string Name, double[] Values, int[] Order, double[] Ranks) : RelatedColumn(Name)
{
    /// <summary>True when every row has a value.</summary>
    public bool IsWhole => Order.Length == Values.Length;

    public static new RelatedNumbers? Of(Column column, int[] rows)
    {
        var reader = DriftValues.Reader(column)!;
        var values = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++)
            values[i] = !column.IsMissing(rows[i]) && reader(rows[i]) is var value && double.IsFinite(value) ? value : double.NaN;
        var order = Present(values);
        Array.Sort(Array.ConvertAll(order, row => values[row]), order);
        var ranks = new double[rows.Length];
        Array.Fill(ranks, double.NaN);
        RankOrder.Rank(order, values, ranks);
        return Standardize(values) && Standardize(ranks) ? new RelatedNumbers(column.Name, values, order, ranks) : null;
    }

    private static int[] Present(double[] values) => [.. Enumerable.Range(0, values.Length).Where(row => !double.IsNaN(values[row]))];

    // Scaled by a power of two, which is exact, so that no sum is too large; the mean is corrected by the mean of the deviations (Chan, Golub
    // and LeVeque, 1983). False when all are equal.
    private static bool Standardize(double[] values)
    {
        var present = Array.FindAll(values, value => !double.IsNaN(value));
        if (present.Length < 2 || present.Min() == present.Max())
            return false;
        var scale = Math.ScaleB(1, -Math.Clamp(Math.ILogB(present.Max(Math.Abs)), -1000, 1000));
        var mean = FixedSum.Sum(Array.ConvertAll(present, value => value * scale)) / present.Length;
        mean += FixedSum.Sum(Array.ConvertAll(present, value => (value * scale) - mean)) / present.Length;
        var centred = Array.ConvertAll(present, value => (value * scale) - mean);
        var length = Math.Sqrt(FixedSum.Dot(centred, centred));
        for (var i = 0; i < values.Length; i++)
            values[i] = ((values[i] * scale) - mean) / length;
        return length > 0;
    }
}
