using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Data.Validation;

/// <summary>Finds values below or above limits.</summary>
internal sealed class RangeCheck(double minimum, double maximum) : ColumnCheck
{
    public override void Add(int block, ColumnBatch column)
    {
        switch (column)
        {
            case ValueBatch<double> doubles when AllWithin(doubles.Values):
            case ValueBatch<long> { Type: ColumnType.Int64 } integers when AllWithin(integers.Values):
                return;
            case ValueBatch<double> doubles:
                AddEach(block, column, doubles.Values, value => value);
                return;
            case ValueBatch<float> floats:
                AddEach(block, column, floats.Values, value => value);
                return;
            case ValueBatch<int> dates:
                AddEach(block, column, dates.Values, value => value);
                return;
            case ValueBatch<long> { Type: ColumnType.Int64 } integers:
                AddEach(block, column, integers.Values, value => value);
                return;
            case ValueBatch<long> times:
                AddEach(block, column, times.Values, ColumnTypes.Milliseconds);
                return;
        }
    }

    // Missing values stand as NaN, which is neither below nor above.
    private bool AllWithin(ReadOnlySpan<double> values)
    {
        var outside = false;
        foreach (var value in values)
            outside |= value < minimum | value > maximum;
        return !outside;
    }

    private bool AllWithin(ReadOnlySpan<long> values)
    {
        var outside = false;
        foreach (var value in values)
            outside |= value < minimum | value > maximum;
        return !outside;
    }

    private void AddEach<T>(int block, ColumnBatch column, ReadOnlySpan<T> values, Func<T, double> number)
    {
        for (var row = 0; row < values.Length; row++)
        {
            var value = number(values[row]);
            if ((value < minimum || value > maximum) && !column.IsMissing(row))
                Failing.Add(block, row, column);
        }
    }
}
