using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Evaluation.Champions;

/// <summary>Rows that one of two classifiers gets right and the other wrong.</summary>
internal static class ClassSides
{
    public static ChampionSides Of(ChampionPair pair, ComparedRows rows)
    {
        var changed = new bool[pair.Challenger.Count];
        for (var row = 0; row < changed.Length; row++)
            changed[row] = McNemar.IsRight(pair.Challenger, row) != McNemar.IsRight(pair.Champion, row);
        var (rightToWrong, wrongToRight) = McNemar.Changes(pair);
        return new ChampionSides
        {
            RightToWrong = rightToWrong,
            WrongToRight = wrongToRight,
            Rows = rightToWrong + wrongToRight,
            Columns = SideColumns.Of(rows.Columns, changed),
        };
    }
}
