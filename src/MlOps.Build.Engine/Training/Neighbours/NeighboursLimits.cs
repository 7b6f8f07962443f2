using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Neighbours;

/// <summary>How many training rows a trainer that asks neighbours may have, and must have; others have no limit.</summary>
internal static class NeighboursLimits
{
    /// <summary>What is wrong, with the way out; null when nothing is.</summary>
    /// <param name="trainer">The trainer's name.</param>
    /// <param name="settings">Its hyperparameters.</param>
    /// <param name="rows">The training rows.</param>
    /// <param name="fewest">The training rows of its smallest training, when it is trained on parts of them.</param>
    public static (string Code, string Message)? Problem(string trainer, IReadOnlyDictionary<string, double> settings, int rows, int fewest)
    {
        if (settings.TryGetValue(NeighboursHyperparameters.MostRowsName, out var most) && rows > most)
        {
            return (TrainingCodes.TooManyRows,
                $"'{trainer}' carries all {rows} training rows in its model; 'max_rows' allows {most.ToString(CultureInfo.InvariantCulture)}. "
                + "Raise it, give the training split a smaller share, or use another trainer.");
        }

        return settings.TryGetValue(NeighboursHyperparameters.NeighboursName, out var neighbours) && rows > 0 && fewest < neighbours
            ? (TrainingCodes.TooFewRows,
                $"'{trainer}' asks {neighbours.ToString(CultureInfo.InvariantCulture)} neighbours ('n_neighbors') of {fewest} training rows. "
                + "Ask fewer, or give the training split a larger share.")
            : null;
    }
}
