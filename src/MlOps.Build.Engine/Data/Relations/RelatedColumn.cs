using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Relations;

/// <summary>A column as it is compared with others.</summary>
/// <param name="Name">Its name.</param>
internal abstract record RelatedColumn(string Name)
{
    private const int MostLevels = 50;

    /// <summary>Null when it cannot be compared: constant, or a text of many different values.</summary>
    /// <param name="column">Not sensitive.</param>
    /// <param name="rows">The rows that are looked at.</param>
    public static RelatedColumn? Of(Column column, int[] rows) => column.Type is ColumnType.String or ColumnType.Boolean
        ? Levels(column, rows)
        : RelatedNumbers.Of(column, rows);

    private static RelatedLevels? Levels(Column column, int[] rows)
    {
        var codes = ColumnCodes.Of(column);
        var (known, levels) = (new int[codes.Texts.Count], 0);
        var compact = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var code = codes.Codes[rows[i]];
            if (code >= 0 && known[code] == 0)
                known[code] = ++levels;
            compact[i] = code < 0 ? -1 : known[code] - 1;
        }

        return levels is >= 2 and <= MostLevels ? new RelatedLevels(column.Name, compact, levels) : null;
    }
}
