using MlOps.Build.Contracts;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Training.Bayes;

/// <summary>Counts, means and variances by class, as scikit-learn's GaussianNB, CategoricalNB and BernoulliNB have them.</summary>
internal sealed class NaiveBayesFit
{
    // A class without training rows: far below what any row can score, and still a number.
    private const double Never = -1e30;

    private readonly TrainingSet _set;
    private readonly int _columns;
    private readonly double[] _classWeights;
    private readonly NaiveBayesModel _model;

    public NaiveBayesFit(TrainingSet set, int classes)
    {
        _set = set;
        _columns = set.Features.Columns;
        _classWeights = new double[classes];
        for (var row = 0; row < set.Labels.Length; row++)
            _classWeights[(int)set.Labels[row]] += Weight(row);
        _model = new NaiveBayesModel
        {
            Centers = new double[_columns],
            Squares = new double[classes * _columns],
            Slopes = new double[classes * _columns],
            Constants = new double[classes],
        };
    }

    /// <param name="varianceSmoothing">Share of the largest variance that is added to each.</param>
    /// <param name="alpha">Weight added to each category of each class.</param>
    public NaiveBayesModel Fit(double varianceSmoothing, double alpha)
    {
        var total = _classWeights.Sum();
        for (var k = 0; k < _classWeights.Length; k++)
            _model.Constants[k] = _classWeights[k] > 0 ? DeterministicMath.Log(_classWeights[k] / total) : Never;
        var groups = FeatureGroups.Of(_set.Features).ToList();
        var numbers = groups.Where(group => group.IsNumber).Select(group => group.First).ToList();
        var variances = numbers.ConvertAll(Variance);
        for (var i = 0; i < numbers.Count; i++)
        {
            // A constant says nothing about the class, and its variance may stay 0 even when smoothed.
            if (variances[i] > 0)
                AddNormal(numbers[i], varianceSmoothing * variances.Max());
        }

        foreach (var group in groups.Where(group => !group.IsNumber))
        {
            if (group.Count > 1)
                AddCategories(group, alpha);
            else
                AddBernoulli(group.First, alpha);
        }

        return _model;
    }

    // Of all rows, unweighted, as scikit-learn measures what its smoothing is a share of. Leaves the centre in the model.
    private double Variance(int column)
    {
        var rows = _set.Features.Rows;
        var (sum, squares) = (0.0, 0.0);
        for (var row = 0; row < rows; row++)
            sum += Value(row, column);
        _model.Centers[column] = sum / rows;
        for (var row = 0; row < rows; row++)
        {
            var z = Value(row, column) - _model.Centers[column];
            squares += z * z;
        }

        return squares / rows;
    }

    private void AddNormal(int column, double smoothing)
    {
        var center = _model.Centers[column];
        var means = ByClass(row => Value(row, column) - center);
        var variances = ByClass(row =>
        {
            var z = Value(row, column) - center - means[(int)_set.Labels[row]];
            return z * z;
        });
        for (var k = 0; k < means.Length; k++)
        {
            if (_classWeights[k] <= 0)
                continue;
            var (mean, variance) = (means[k], variances[k] + smoothing);
            _model.Squares[(k * _columns) + column] = -0.5 / variance;
            _model.Slopes[(k * _columns) + column] = mean / variance;
            _model.Constants[k] -= 0.5 * (DeterministicMath.Log(Math.Tau * variance) + (mean * mean / variance));
        }
    }

    // Rows with none of the categories say nothing.
    private void AddCategories(FeatureGroup group, double alpha)
    {
        for (var k = 0; k < _classWeights.Length; k++)
        {
            var counts = Enumerable.Range(group.First, group.Count).Select(column => Count(column, k)).ToArray();
            var all = DeterministicMath.Log(counts.Sum() + (alpha * group.Count));
            for (var i = 0; i < counts.Length && _classWeights[k] > 0; i++)
                _model.Slopes[(k * _columns) + group.First + i] = DeterministicMath.Log(counts[i] + alpha) - all;
        }
    }

    private void AddBernoulli(int column, double alpha)
    {
        for (var k = 0; k < _classWeights.Length; k++)
        {
            if (_classWeights[k] <= 0)
                continue;
            var ones = Count(column, k);
            var all = DeterministicMath.Log(_classWeights[k] + (2 * alpha));
            var none = DeterministicMath.Log(_classWeights[k] - ones + alpha) - all;
            _model.Slopes[(k * _columns) + column] = DeterministicMath.Log(ones + alpha) - all - none;
            _model.Constants[k] += none;
        }
    }

    private double Count(int column, int label)
    {
        var count = 0.0;
        for (var row = 0; row < _set.Labels.Length; row++)
            count += (int)_set.Labels[row] == label ? Weight(row) * Value(row, column) : 0;
        return count;
    }

    private double[] ByClass(Func<int, double> value)
    {
        var sums = new double[_classWeights.Length];
        for (var row = 0; row < _set.Labels.Length; row++)
            sums[(int)_set.Labels[row]] += Weight(row) * value(row);
        for (var k = 0; k < sums.Length; k++)
            sums[k] = _classWeights[k] > 0 ? sums[k] / _classWeights[k] : 0;
        return sums;
    }

    private double Value(int row, int column) => _set.Features.Values[((long)row * _columns) + column];

    private double Weight(int row) => _set.Weights is { } weights ? weights[row] : 1;
}
