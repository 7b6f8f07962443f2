using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Benchmarks.Comparison;

/// <summary>How far a metric, or a family of them, is from the values of others.</summary>
internal sealed class MetricAgreement
{
    /// <summary>Cases in which both have a value.</summary>
    public int Compared { get; private set; }

    /// <summary>Cases in which neither has one.</summary>
    public int Undefined { get; private set; }

    /// <summary>Cases in which only one has.</summary>
    public int Disagreeing { get; private set; }

    /// <summary>The largest absolute difference.</summary>
    public double Absolute { get; private set; }

    /// <summary>The largest difference relative to the larger of 1 and the value.</summary>
    public double Relative { get; private set; }

    public void Add(MetricOutcome outcome, double? expected)
    {
        if (outcome.IsDefined != expected is not null)
            Disagreeing++;
        else if (expected is not { } value)
            Undefined++;
        else
            Add(Math.Abs(outcome.Value - value), value);
    }

    private void Add(double difference, double value)
    {
        Compared++;
        Absolute = Math.Max(Absolute, difference);
        Relative = Math.Max(Relative, difference / Math.Max(1, Math.Abs(value)));
    }

    /// <summary>By metric and family, in the order of the registry.</summary>
    public static IReadOnlyList<(string Name, MetricAgreement Agreement)> Of(IReadOnlyList<ComparedCase> cases)
    {
        var names = MetricRegistry.All.Select(metric => metric.Name).Concat(MetricFamilies.All.Select(family => family.Pattern));
        var found = names.Select(name => (Name: name, Agreement: new MetricAgreement())).ToList();
        var byName = found.ToDictionary(one => one.Name, one => one.Agreement);
        foreach (var item in cases)
        {
            var sample = new MetricSample(item.Rows());
            foreach (var (name, expected) in item.Expected)
            {
                var key = byName.ContainsKey(name) ? name : MetricFamilies.All.First(family => family.Find(name) is not null).Pattern;
                byName[key].Add(MetricRegistry.Find(name)!.Compute(sample), expected);
            }
        }

        return found;
    }
}
