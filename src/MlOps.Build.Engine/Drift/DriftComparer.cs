using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;

namespace MlOps.Build.Engine.Drift;

/// <summary>Validation and test rows against the training rows, and these against the champion's.</summary>
internal sealed class DriftComparer(DriftRequest request)
{
    private const string ByTime = "the split goes by it";

    private readonly DriftSummary _rule = DriftRule.Of(request.Rules);
    private readonly DriftJudge _judge = new(request.Rules);

    public DriftSummary Compare()
    {
        var split = request.Split;
        List<DriftComparison> comparisons =
        [
            Against(DriftComparison.Validation, split.Validation),
            Against(DriftComparison.Test, split.Test),
            .. request.Champion is { } champion ? [Against(champion)] : Array.Empty<DriftComparison>(),
        ];
        return _rule with { Comparisons = [.. comparisons.Where(comparison => comparison.Rows > 0)] };
    }

    private DriftComparison Against(string name, int[] rows) => new()
    {
        Name = name,
        ReferenceRows = request.Split.Train.Length,
        Rows = rows.Length,
        Columns = _judge.Decide([.. Columns().Select(column => column.Name == request.TimeColumn
            ? new ColumnDrift { Column = column.Name, Reason = ByTime }
            : ColumnComparer.Compare(column.Take(request.Split.Train), column.Take(rows), _rule, _judge))]),
    };

    private DriftComparison Against(ChampionProfile champion) => new()
    {
        Name = DriftComparison.Champion,
        ReferenceRows = champion.Profile?.Rows ?? 0,
        Rows = request.Split.Train.Length,
        Columns = champion.Profile is { } profile ? _judge.Decide([.. Columns().Select(column => Against(profile, column))]) : [],
        NotCompared = champion.Reason,
    };

    private ColumnDrift Against(TrainingProfile profile, Column column)
    {
        var before = profile.Columns.FirstOrDefault(candidate => candidate?.Name == column.Name);
        var reason = column.Name == request.TimeColumn ? ByTime
            : before is null ? "the champion's data have no such column"
            : before.Sensitive ? "sensitive: the champion's profile holds no values"
            : Kind(before.Type) != Kind(column.Type) ? "the champion's data hold another type"
            : before.Bins is not { } bins || !Bins.AreWhole(bins) ? "the champion's profile has no bins"
            : null;
        return reason is null
            ? ColumnComparer.Compare(column.Name, before!.Bins!, column.Take(request.Split.Train), _rule, _judge)
            : new ColumnDrift { Column = column.Name, Reason = reason };
    }

    private IEnumerable<Column> Columns() => request.Columns.Select(request.Table.Find).OfType<Column>();

    // Numbers are compared whatever their width.
    private static ColumnType Kind(ColumnType type) => type is ColumnType.Int64 or ColumnType.Float32 ? ColumnType.Float64 : type;
}
