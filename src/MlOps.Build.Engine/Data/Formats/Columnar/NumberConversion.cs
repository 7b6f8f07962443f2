using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Formats.Columnar;

/// <summary>Numbers of a file as those of the contract; always a copy, since missing ones are written over.</summary>
internal static class NumberConversion
{
    public static double[] Doubles(ColumnValues values) => values switch
    {
        ColumnValues<double> doubles => doubles.Values.ToArray(),
        ColumnValues<float> floats => Convert(floats.Values.Span, value => (double)value),
        ColumnValues<long> integers => Convert(integers.Values.Span, value => (double)value),
        _ => throw new ArgumentException($"{values.GetType().Name} holds no numbers.", nameof(values)),
    };

    public static float[] Floats(ColumnValues values) => values switch
    {
        ColumnValues<float> floats => floats.Values.ToArray(),
        ColumnValues<long> integers => Convert(integers.Values.Span, value => (float)value),
        _ => throw new ArgumentException($"{values.GetType().Name} holds no float32 numbers.", nameof(values)),
    };

    private static TTo[] Convert<TFrom, TTo>(ReadOnlySpan<TFrom> values, Func<TFrom, TTo> convert)
    {
        var converted = new TTo[values.Length];
        for (var i = 0; i < converted.Length; i++)
            converted[i] = convert(values[i]);
        return converted;
    }
}
