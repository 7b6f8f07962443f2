using System.Runtime.CompilerServices;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Trees.Binning;

/// <summary>
/// The last matrices of bins that were made of some features, for as long as somebody holds the features: the trials of a search, the members
/// of an ensemble and other trainings on the same rows divide them once. Safe for concurrent use.
/// </summary>
internal sealed class LearnedBins
{
    // Bytes a value each; a search over the number of bins would keep hundreds.
    private const int MostKept = 4;

    private static readonly ConditionalWeakTable<FeatureMatrix, LearnedBins> OfFeatures = [];

    private readonly Lock _gate = new();
    private readonly List<(object Recipe, BinnedMatrix Bins)> _kept = [];

    /// <summary>The matrix of a recipe, made when there is none yet.</summary>
    /// <param name="features">Must not change any more.</param>
    /// <param name="recipe">All that the matrix depends on beside the features.</param>
    /// <param name="make">Makes it.</param>
    public static BinnedMatrix Of(FeatureMatrix features, object recipe, Func<BinnedMatrix> make) =>
        OfFeatures.GetOrAdd(features, _ => new LearnedBins()).Of(recipe, make);

    // Whoever comes while it is made would make the same.
    private BinnedMatrix Of(object recipe, Func<BinnedMatrix> make)
    {
        lock (_gate)
        {
            var place = _kept.FindIndex(kept => kept.Recipe.Equals(recipe));
            if (place >= 0)
                return _kept[place].Bins;
            if (_kept.Count == MostKept)
                _kept.RemoveAt(0);
            var bins = make();
            _kept.Add((recipe, bins));
            return bins;
        }
    }
}
