namespace MlOps.Build.Engine.Data;

/// <summary>A column by dictionary, whatever its type: the index of each row's value in <see cref="Texts"/>, -1 where missing.</summary>
internal sealed record ColumnCodes
{
    public required int[] Codes { get; init; }

    /// <summary>The values as text; those of a text column may include some that no row has.</summary>
    public required IReadOnlyList<string> Texts { get; init; }

    public static ColumnCodes Of(Column column) => column switch
    {
        StringColumn text => new ColumnCodes { Codes = text.Values, Texts = text.Dictionary },
        BooleanColumn values => Of(values, values.Values),
        Int64Column values => Of(values, values.Values),
        Float32Column values => Of(values, values.Values),
        Float64Column values => Of(values, values.Values),
        DateColumn values => Of(values, values.Values),
        TimestampColumn values => Of(values, values.Values),
        _ => throw new ArgumentException($"Columns of type {column.Type} have no codes.", nameof(column)),
    };

    /// <summary>How many of the rows hold each text.</summary>
    public int[] Count(ReadOnlySpan<int> rows)
    {
        var counts = new int[Texts.Count];
        foreach (var row in rows)
        {
            if (Codes[row] >= 0)
                counts[Codes[row]]++;
        }

        return counts;
    }

    private static ColumnCodes Of<T>(Column column, T[] values)
        where T : notnull
    {
        var codes = new int[values.Length];
        var known = new Dictionary<T, int>();
        var texts = new List<string>();
        for (var row = 0; row < codes.Length; row++)
        {
            if (column.IsMissing(row))
            {
                codes[row] = -1;
            }
            else if (!known.TryGetValue(values[row], out codes[row]))
            {
                codes[row] = texts.Count;
                known.Add(values[row], texts.Count);
                texts.Add(column.Text(row)!);
            }
        }

        return new ColumnCodes { Codes = codes, Texts = texts };
    }
}
