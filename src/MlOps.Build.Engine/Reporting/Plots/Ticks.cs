using MlOps.Build.Engine.Gates;

namespace MlOps.Build.Engine.Reporting.Plots;

/// <summary>Round numbers along an axis: steps of 1, 2 or 5 times a power of ten.</summary>
internal sealed class Ticks
{
    // Seven digits and more have no room beside an axis: 12,000,000 is 12M.
    private static readonly (double Size, string Letter)[] Units = [(1e12, "T"), (1e9, "G"), (1e6, "M"), (1, "")];

    private readonly int _decimals;
    private readonly bool _percent;
    private readonly (double Size, string Letter) _unit;

    private Ticks(IReadOnlyList<double> values, double step, int decimals, bool percent)
    {
        var largest = values.Select(Math.Abs).DefaultIfEmpty(0).Max();
        (Values, _percent, _unit) = (values, percent, Array.Find(Units, unit => largest >= unit.Size || unit.Size == 1));
        _decimals = _unit.Size == 1 ? decimals : Step(step / _unit.Size).Decimals;
    }

    public IReadOnlyList<double> Values { get; }

    /// <summary>At most about <paramref name="count"/> ticks from low to high.</summary>
    public static Ticks Of(double low, double high, int count, bool percent)
    {
        var (step, decimals) = Step((high - low) / count);
        var first = Math.Ceiling((low / step) - 1e-9);
        var last = Math.Floor((high / step) + 1e-9);
        var values = new List<double>();
        for (var i = first; i <= last && values.Count < 20; i++)
            values.Add((i * step) + 0.0); // A sum of -0 and 0 is 0.
        return new Ticks(values, step, decimals, percent);
    }

    public string Text(double value) => _percent ? NumberText.Percent(value) : NumberText.Of(value / _unit.Size, _decimals) + _unit.Letter;

    // Powers of ten by multiplication: no Math.Pow or Log10 reaches an output.
    private static (double Step, int Decimals) Step(double rough)
    {
        var power = 1.0;
        var decimals = 0;
        while (power > rough && decimals < 9)
            (power, decimals) = (power / 10, decimals + 1);
        while (power * 10 <= rough && power < 1e15)
            power *= 10;
        return rough switch
        {
            _ when rough <= power => (power, decimals),
            _ when rough <= 2 * power => (2 * power, decimals),
            _ when rough <= 5 * power => (5 * power, decimals),
            _ => (10 * power, Math.Max(0, decimals - 1)),
        };
    }
}
