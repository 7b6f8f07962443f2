using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Splitting;

namespace MlOps.Build.Engine.Evaluation.Backtests;

/// <summary>
/// Windows by time, each judged by a model that has learned from rows before it alone (rolling origin; Tashman, 2000). Rows of one time
/// are never divided.
/// </summary>
internal sealed class TimeWindows
{
    private readonly BacktestInput _input;
    private readonly BacktestConfig _config;
    private readonly int[] _rows;
    private readonly int[] _order;
    private readonly int[] _boundaries;

    public TimeWindows(BacktestInput input, BacktestConfig config)
    {
        (_input, _config, _rows) = (input, config, input.Rows);
        var time = new TimeOrder(input.Table.Find(input.Config.Split.Column!)!);
        _order = [.. Enumerable.Range(0, _rows.Length).OrderBy(place => time[_rows[place]]).ThenBy(place => place)];
        var times = Array.ConvertAll(_order, place => time[_rows[place]]);
        _boundaries = [.. Enumerable.Range(1, Math.Max(0, times.Length - 1)).Where(i => times[i] != times[i - 1])];
    }

    /// <summary>Null, with an error, when there are fewer times than windows need.</summary>
    public IReadOnlyList<BacktestRows>? Windows(DiagnosticBag diagnostics)
    {
        if (_boundaries.Length < _config.Windows)
        {
            diagnostics.Error(
                EvaluationCodes.BacktestTooFewTimes,
                $"'{_input.Config.Split.Column}' has {_boundaries.Length + 1} different times in the training and validation rows; "
                + $"{_config.Windows} windows need {_config.Windows + 1}. Lower their number in '{_input.Setting}'.",
                _input.Config.PositionOf(_input.Setting));
            return null;
        }

        var starts = Starts();
        return [.. Enumerable.Range(0, _config.Windows).Select(i => Window(i, starts))];
    }

    private int[] Starts()
    {
        var initial = _config.Initial ?? (1.0 / (_config.Windows + 1));
        var starts = new int[_config.Windows + 1];
        var used = 0;
        for (var i = 0; i < _config.Windows; i++)
        {
            var wanted = _rows.Length * (initial + ((1 - initial) * i / _config.Windows));
            var left = _boundaries.AsSpan(used..(_boundaries.Length - (_config.Windows - 1 - i)));
            used += Nearest(left, wanted) + 1;
            starts[i] = _boundaries[used - 1];
        }

        starts[^1] = _rows.Length;
        return starts;
    }

    private BacktestRows Window(int index, int[] starts)
    {
        var begin = _config.Kind == BacktestKind.Rolling && index > 0 ? BoundaryNear(starts[index] - starts[0], starts[index]) : 0;
        var stop = Stop(begin, starts[index]);
        var held = _order[starts[index]..starts[index + 1]];
        return new BacktestRows
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"window {index + 1}"),
            Train = Ascending(_order[begin..stop]),
            Validation = Ascending(_order[stop..starts[index]]),
            Held = Ascending(held),
            From = Text(held[0]),
            To = Text(held[^1]),
        };
    }

    // Where validation begins: the last rows before the window decide when to stop, as in the split.
    private int Stop(int begin, int end)
    {
        var inside = _boundaries.Where(boundary => boundary > begin && boundary < end).ToArray();
        return inside.Length == 0 ? end : inside[Nearest(inside, end - ((end - begin) * _input.ValidationShare))];
    }

    private int BoundaryNear(double wanted, int end)
    {
        int[] possible = [0, .. _boundaries.Where(boundary => boundary < end)];
        return possible[Nearest(possible, wanted)];
    }

    private string? Text(int place)
    {
        var column = _input.Table.Find(_input.Config.Split.Column!)!;
        return _input.Schema.Find(column.Name) is { Sensitive: true } ? null : column.Text(_rows[place]);
    }

    private static int[] Ascending(int[] places) => [.. places.Order()];

    private static int Nearest(ReadOnlySpan<int> boundaries, double wanted)
    {
        var best = 0;
        for (var i = 1; i < boundaries.Length; i++)
        {
            if (Math.Abs(boundaries[i] - wanted) < Math.Abs(boundaries[best] - wanted))
                best = i;
        }

        return best;
    }
}
