namespace MlOps.Build.Engine.Reporting.Plots;

/// <summary>One line of a dot plot: a value with its interval, and other values beside it.</summary>
/// <param name="Name">What the line is about.</param>
/// <param name="Value">The dot.</param>
/// <param name="Low">The interval's lower end; null when there is none.</param>
/// <param name="High">The interval's upper end.</param>
/// <param name="Others">Values to compare with, in the order of their colours; null where one has none.</param>
internal sealed record Strip(string Name, double Value, double? Low, double? High, IReadOnlyList<double?> Others)
{
    /// <summary>Every number that the line has to show.</summary>
    public IEnumerable<double> Values => new[] { Value, Low, High }.Concat(Others).OfType<double>().Where(double.IsFinite);
}
