using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Evaluation.Champions;

/// <summary>Rows whose absolute error grew most from one regression to the other.</summary>
internal static class ErrorSides
{
    private const int Most = 10;

    public static ChampionSides Of(ChampionPair pair, ComparedRows rows)
    {
        var (own, other) = (pair.Challenger.AbsoluteError, pair.Champion.AbsoluteError);
        var worsened = Enumerable.Range(0, own.Length).Where(row => own[row] > other[row])
            .OrderByDescending(row => own[row] - other[row]).ThenBy(row => row).ToArray();
        var tenth = worsened[..Math.Min(worsened.Length, (own.Length + 9) / 10)];
        var marked = new bool[own.Length];
        foreach (var row in tenth)
            marked[row] = true;
        return new ChampionSides
        {
            Worsened = worsened.Length,
            Improved = Enumerable.Range(0, own.Length).Count(row => own[row] < other[row]),
            Rows = tenth.Length,
            Columns = SideColumns.Of(rows.Columns, marked),
            Worst = rows.Places is { } places
                ? [.. tenth.Take(Most).Select(row => new ChampionSideRow(places[row].File, places[row].Line, own[row], other[row]))]
                : [],
        };
    }
}
