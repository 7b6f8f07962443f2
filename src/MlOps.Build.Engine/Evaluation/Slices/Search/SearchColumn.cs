using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Evaluation.Slices.Search;

/// <summary>A column as the search sees it: each test row in one group, missing values in a group of their own.</summary>
/// <param name="Name">The column.</param>
/// <param name="Codes">The group of each test row.</param>
/// <param name="Values">What each group is called; null for missing values.</param>
internal sealed record SearchColumn(string Name, int[] Codes, IReadOnlyList<string?> Values)
{
    // Fewer different numbers than this are groups as they stand.
    private const int FewNumbers = 10;
    private const int Buckets = 4;

    public static SearchColumn From(Column column, int[] trainRows, int[] testRows, bool sensitive)
    {
        var part = new SlicePartConfig { Column = column.Name, Buckets = IsManyNumbers(column, testRows) ? Buckets : null };
        return From(column.Name, SlicePart.From(part, column, trainRows, testRows, sensitive).Values);
    }

    public static SearchColumn From(string name, IReadOnlyList<string?> texts)
    {
        var codes = new int[texts.Count];
        var known = new Dictionary<(bool Missing, string Text), int>();
        var values = new List<string?>();
        for (var row = 0; row < codes.Length; row++)
        {
            var key = (texts[row] is null, texts[row] ?? "");
            if (!known.TryGetValue(key, out codes[row]))
            {
                codes[row] = values.Count;
                known.Add(key, values.Count);
                values.Add(texts[row]);
            }
        }

        return new SearchColumn(name, codes, values);
    }

    private static bool IsManyNumbers(Column column, int[] rows) =>
        column.Type is ColumnType.Int64 or ColumnType.Float32 or ColumnType.Float64
        && rows.Select(column.Text).OfType<string>().Distinct(StringComparer.Ordinal).Skip(FewNumbers).Any();
}
