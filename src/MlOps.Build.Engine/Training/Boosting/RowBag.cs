using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>The rows and features that a round learns from.</summary>
internal sealed class RowBag
{
    private readonly BoostingSettings _settings;
    private readonly SeededRandom _rowRandom;
    private readonly SeededRandom _featureRandom;
    private readonly int[] _allRows;
    private readonly int[] _allFeatures;

    public RowBag(int rows, int features, BoostingSettings settings, long seed)
    {
        _settings = settings;
        _rowRandom = new SeededRandom(seed, 1);
        _featureRandom = new SeededRandom(seed, 2);
        _allRows = [.. Enumerable.Range(0, rows)];
        _allFeatures = [.. Enumerable.Range(0, features)];
        Rows = _allRows;
    }

    /// <summary>The rows of the current round, ascending.</summary>
    public int[] Rows { get; private set; }

    /// <summary>The rows that the current round leaves out, ascending.</summary>
    public int[] Others { get; private set; } = [];

    /// <summary>Draws rows when it is time to; rounds count from 0.</summary>
    public void NextRound(int round)
    {
        if (!_settings.BagsRows || round % _settings.BaggingFrequency != 0)
            return;
        var chosen = Draw(_allRows, _settings.BaggingFraction, _rowRandom);
        Rows = chosen;
        Others = [.. _allRows.Except(chosen)];
    }

    /// <summary>The features of the next tree, ascending.</summary>
    public int[] NextFeatures() =>
        _settings.FeatureFraction < 1 ? Draw(_allFeatures, _settings.FeatureFraction, _featureRandom) : _allFeatures;

    // Floyd's way would draw less, but this costs little beside the round itself: a part of Fisher and Yates' shuffle.
    private static int[] Draw(int[] all, double fraction, SeededRandom random)
    {
        var count = Math.Clamp((int)Math.Round(all.Length * fraction), Math.Min(1, all.Length), all.Length);
        var items = all.AsSpan().ToArray();
        for (var i = 0; i < count; i++)
        {
            var j = i + random.Next(items.Length - i);
            (items[i], items[j]) = (items[j], items[i]);
        }

        var drawn = items[..count];
        Array.Sort(drawn);
        return drawn;
    }
}
