using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Evaluation.Champions;

/// <summary>Finds the columns whose values differ most between marked rows and the rest.</summary>
internal static class SideColumns
{
    private const int Most = 10;

    /// <summary>So few rows differ from the rest in everything.</summary>
    public const int FewestRows = 10;

    public static IReadOnlyList<ChampionSideColumn> Of(IReadOnlyList<Column> columns, bool[] marked)
    {
        var count = marked.Count(mark => mark);
        if (count < FewestRows || marked.Length - count < FewestRows)
            return [];
        return
        [
            .. columns.Select(column => Of(column, marked)).OfType<ChampionSideColumn>()
                .OrderByDescending(item => item.Association).ThenBy(item => item.Column, StringComparer.Ordinal).Take(Most),
        ];
    }

    // Numbers that are missing more often among these rows may tell more than the numbers that are there.
    private static ChampionSideColumn? Of(Column column, bool[] marked)
    {
        var groups = Groups(column.Name, GroupsOf(column), marked);
        if (Number(column) is not { } read || Numbers(column, read, marked) is not { } numbers)
            return groups;
        return groups is null || groups.Association <= numbers.Association ? numbers : groups;
    }

    private static Func<int, string?> GroupsOf(Column column) => Number(column) is null ? column.Text : row => column.IsMissing(row) ? null : "(present)";

    private static Func<int, double>? Number(Column column) => column switch
    {
        Int64Column values => row => values.Values[row],
        Float32Column values => row => values.Values[row],
        Float64Column values => row => values.Values[row],
        DateColumn dates => row => dates.Values[row],
        TimestampColumn times => row => times.Values[row].ToUnixTimeMilliseconds() / 86_400_000.0,
        _ => null,
    };

    private static ChampionSideColumn? Numbers(Column column, Func<int, double> read, bool[] marked)
    {
        var (here, rest) = (new List<double>(), new List<double>());
        for (var row = 0; row < marked.Length; row++)
        {
            if (!column.IsMissing(row) && double.IsFinite(read(row)))
                (marked[row] ? here : rest).Add(read(row));
        }

        var (a, b) = (SampleMoments.Of([.. here]), SampleMoments.Of([.. rest]));
        var association = a.Count < 2 || b.Count < 2 ? 0 : Association.OfNumbers(a, b);
        return !(association > 0) ? null : new ChampionSideColumn
        {
            Column = column.Name,
            Association = association,
            Here = a.Mean,
            Rest = b.Mean,
            StandardizedDifference = (a.Mean - b.Mean) / Math.Sqrt((a.Variance + b.Variance) / 2) is var difference && double.IsFinite(difference)
                ? difference
                : null,
        };
    }

    private static ChampionSideColumn? Groups(string name, Func<int, string?> read, bool[] marked)
    {
        var counts = new SortedDictionary<string, (int Here, int Others)>(StringComparer.Ordinal);
        for (var row = 0; row < marked.Length; row++)
        {
            var group = read(row) ?? "(missing)";
            var (here, rest) = counts.GetValueOrDefault(group);
            counts[group] = marked[row] ? (here + 1, rest) : (here, rest + 1);
        }

        var association = Association.OfGroups([.. counts.Values]);
        if (!(association > 0))
            return null;
        double all = marked.Count(mark => mark), remaining = marked.Length - all;
        var most = counts.MaxBy(pair => (pair.Value.Here / all) - (pair.Value.Others / remaining));
        return new ChampionSideColumn
        {
            Column = name,
            Association = association,
            Group = most.Key,
            Here = most.Value.Here / all,
            Rest = most.Value.Others / remaining,
        };
    }
}
