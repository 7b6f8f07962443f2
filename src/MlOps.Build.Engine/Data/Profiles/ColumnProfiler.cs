using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Data.Profiles;

/// <summary>
/// Describes what a column in memory holds, each figure exact for any number of different values, as evidence promises.
/// <see cref="ProfileAccumulator"/> needs no table, but estimates different values and deciles beyond 4,096 values.
/// </summary>
internal static class ColumnProfiler
{
    /// <summary>All columns of a table; of those that the contract calls sensitive rows are counted only.</summary>
    public static ColumnProfile[] Profile(Table table, DataSchema schema, CancellationToken cancellation)
    {
        var profiles = new ColumnProfile[table.Columns.Count];
        Parallel.For(0, profiles.Length, new ParallelOptions { CancellationToken = cancellation }, i =>
            profiles[i] = Profile(table.Columns[i], schema.Find(table.Columns[i].Name)?.Sensitive == true));
        return profiles;
    }

    public static ColumnProfile Profile(Column column, bool sensitive)
    {
        var values = new ValueCounts(column);
        var profile = new ColumnProfile
        {
            Name = column.Name,
            Type = column.Type,
            Sensitive = sensitive,
            Missing = column.Missing.Count,
            Distinct = values.Distinct,
        };
        if (sensitive)
            return profile;
        var (minimum, maximum) = Extremes(column);
        profile = profile with { Minimum = minimum, Maximum = maximum, Top = values.Top() };
        return Numbers(column) is { Length: > 0 } numbers ? AddMoments(profile, numbers) : profile;
    }

    private static ColumnProfile AddMoments(ColumnProfile profile, double[] numbers)
    {
        var moments = Moments.Of(numbers);
        return profile with
        {
            Mean = moments.Mean,
            StandardDeviation = moments.StandardDeviation,
            Deciles = Deciles(numbers),
        };
    }

    private static double[] Deciles(double[] numbers)
    {
        var sorted = (double[])numbers.Clone();
        Array.Sort(sorted);
        return [.. Enumerable.Range(0, 11).Select(tenth => Quantile.At(sorted, tenth / 10.0))];
    }

    private static (string? Minimum, string? Maximum) Extremes(Column column) => column switch
    {
        Int64Column integers => Extremes(integers),
        Float32Column floats => Extremes(floats),
        Float64Column floats => Extremes(floats),
        DateColumn dates => Extremes(dates),
        TimestampColumn times => Extremes(times),
        _ => (null, null),
    };

    private static (string? Minimum, string? Maximum) Extremes<T>(Column<T> column)
        where T : IComparable<T>
    {
        var (least, most) = (-1, -1);
        for (var row = 0; row < column.Length; row++)
        {
            if (column.IsMissing(row))
                continue;
            if (least < 0 || column.Values[row].CompareTo(column.Values[least]) < 0)
                least = row;
            if (most < 0 || column.Values[row].CompareTo(column.Values[most]) > 0)
                most = row;
        }

        return least < 0 ? (null, null) : (column.Text(least), column.Text(most));
    }

    private static double[]? Numbers(Column column) => column switch
    {
        Int64Column integers => Present(integers, value => value),
        Float32Column floats => Present(floats, value => value),
        Float64Column floats => Present(floats, value => value),
        _ => null,
    };

    private static double[] Present<T>(Column<T> column, Func<T, double> convert)
    {
        var numbers = new double[column.Length - column.Missing.Count];
        var count = 0;
        for (var row = 0; row < column.Length; row++)
        {
            if (!column.IsMissing(row))
                numbers[count++] = convert(column.Values[row]);
        }

        return numbers;
    }
}
