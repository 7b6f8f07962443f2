using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Evaluation.Importances.Attribution;

/// <summary>
/// Raw columns as the players of a game: all inputs that a column alone feeds are one player. A cross is a player of its own, whose value its
/// columns share evenly.
/// </summary>
internal sealed class ColumnPlayers
{
    private readonly List<IReadOnlyList<string>> _sources = [];
    private readonly Dictionary<string, List<int>> _players = new(StringComparer.Ordinal);

    /// <param name="features">The features in order of their inputs.</param>
    /// <param name="inputs">The number of inputs.</param>
    public ColumnPlayers(IReadOnlyList<FeatureColumnSummary> features, int inputs)
    {
        ByInput = new int[inputs];
        foreach (var feature in features)
        {
            var player = _sources.FindIndex(sources => sources.SequenceEqual(feature.Sources));
            if (player < 0)
            {
                player = _sources.Count;
                _sources.Add(feature.Sources);
            }

            ByInput.AsSpan(feature.FirstInput, feature.InputCount).Fill(player);
        }

        Columns = [.. _sources.SelectMany(sources => sources).Distinct(StringComparer.Ordinal)];
        foreach (var (player, sources) in _sources.Index())
        {
            foreach (var column in sources)
                _players.TryAdd(column, []);
            foreach (var column in sources.Distinct(StringComparer.Ordinal))
                _players[column].Add(player);
        }
    }

    /// <summary>The player that each input belongs to.</summary>
    public int[] ByInput { get; }

    /// <summary>The raw columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>By column, the sum over outputs of the magnitudes of its values.</summary>
    /// <param name="values">Player after player, one value an output.</param>
    /// <param name="outputs">The number of outputs.</param>
    public double[] Magnitudes(double[] values, int outputs)
    {
        var magnitudes = new double[Columns.Count];
        for (var output = 0; output < outputs; output++)
        {
            for (var i = 0; i < magnitudes.Length; i++)
                magnitudes[i] += Math.Abs(Value(Columns[i], values, outputs, output));
        }

        return magnitudes;
    }

    // Players of inputs that no tree reads may have no value.
    private double Value(string column, double[] values, int outputs, int output)
    {
        var sum = 0.0;
        foreach (var player in _players[column])
        {
            if ((player * outputs) + output < values.Length)
                sum += values[(player * outputs) + output] / _sources[player].Count;
        }

        return sum;
    }
}
