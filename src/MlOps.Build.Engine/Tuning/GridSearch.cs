using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tuning;

/// <summary>Given points, in order.</summary>
internal sealed class GridSearch(IEnumerable<IReadOnlyDictionary<string, double>> points) : ISearchMethod
{
    public IReadOnlyList<TuningTrial> Next(IReadOnlyList<TuningTrial> done) =>
        [.. points.Skip(done.Count).Select((point, i) => new TuningTrial { Number = done.Count + i + 1, Settings = point })];
}
