using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;

namespace MlOps.Build.Engine.Evaluation.Backtests;

/// <summary>
/// Repeated cross-validation: each unit is held out once a repeat, in folds of about the same size and, stratified, the same classes.
/// </summary>
internal sealed class Folds(BacktestInput input, BacktestConfig config)
{
    private readonly FoldUnits _units = new(input);

    /// <summary>Null, with an error, when there are fewer units than folds.</summary>
    public IReadOnlyList<BacktestRows>? All(DiagnosticBag diagnostics)
    {
        var all = new List<BacktestRows>();
        for (var repeat = 0; repeat < config.Repeats; repeat++)
        {
            // Another order than the split's own, which has already been used to choose these rows.
            var strata = _units.Strata(unchecked(input.Config.Seed + 1 + repeat));
            if (strata.Sum(units => units.Count) < config.Windows)
            {
                diagnostics.Error(
                    EvaluationCodes.BacktestTooFewTimes,
                    $"the training and validation rows make {strata.Sum(units => units.Count)} groups that may not be divided; "
                    + $"{config.Windows} folds need as many. Lower 'folds' of '{input.Setting}'.",
                    input.Config.PositionOf(input.Setting));
                return null;
            }

            all.AddRange(Repeat(repeat, strata));
        }

        return all;
    }

    private IEnumerable<BacktestRows> Repeat(int repeat, IReadOnlyList<IReadOnlyList<int[]>> strata)
    {
        var folds = Deal(strata);
        for (var fold = 0; fold < config.Windows; fold++)
        {
            var current = fold;
            var held = folds.SelectMany((foldOf, stratum) => Rows(strata[stratum], foldOf, current));
            var rest = strata.Select((units, stratum) => Rest(units, folds[stratum], current)).ToList();
            var validation = rest.SelectMany(Validation).ToHashSet();
            yield return new BacktestRows
            {
                Name = Name(repeat, fold),
                Train = [.. rest.SelectMany(units => units).SelectMany(unit => unit).Where(place => !validation.Contains(place)).Order()],
                Validation = [.. validation.Order()],
                Held = [.. held.Order()],
            };
        }
    }

    private string Name(int repeat, int fold) => config.Repeats == 1
        ? FormattableString.Invariant($"fold {fold + 1}")
        : FormattableString.Invariant($"repeat {repeat + 1}, fold {fold + 1}");

    // Each unit to the fold that has fewest rows of its class, then fewest of all.
    private List<int[]> Deal(IReadOnlyList<IReadOnlyList<int[]>> strata)
    {
        var all = new int[config.Windows];
        var folds = new List<int[]>();
        foreach (var units in strata)
        {
            var own = new int[config.Windows];
            var foldOf = new int[units.Count];
            for (var unit = 0; unit < units.Count; unit++)
            {
                var fold = Enumerable.Range(0, config.Windows).MinBy(candidate => (own[candidate], all[candidate], candidate));
                own[fold] += units[unit].Length;
                all[fold] += units[unit].Length;
                foldOf[unit] = fold;
            }

            folds.Add(foldOf);
        }

        return folds;
    }

    private static IEnumerable<int> Rows(IReadOnlyList<int[]> units, int[] foldOf, int fold) =>
        units.Where((_, unit) => foldOf[unit] == fold).SelectMany(unit => unit);

    private static int[][] Rest(IReadOnlyList<int[]> units, int[] foldOf, int fold) => [.. units.Where((_, unit) => foldOf[unit] != fold)];

    // Spread over the order of hashes, so that no fold gives all of them.
    private IEnumerable<int> Validation(int[][] units)
    {
        var (taken, seen) = (0, 0);
        foreach (var unit in units)
        {
            seen += unit.Length;
            if (taken + (unit.Length / 2.0) > seen * input.ValidationShare)
                continue;
            taken += unit.Length;
            foreach (var place in unit)
                yield return place;
        }
    }
}
