namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>Remembers the best validation loss and says when it has not improved for long enough.</summary>
internal sealed class EarlyStopping(int patience)
{
    private double _bestLoss = double.PositiveInfinity;

    /// <summary>The step with the smallest loss; the last one when no patience is set or there is no validation loss.</summary>
    public int BestStep { get; private set; }

    /// <returns>True when training should end.</returns>
    public bool Step(int step, double validationLoss)
    {
        var watching = patience > 0 && !double.IsNaN(validationLoss);
        if (!watching || validationLoss < _bestLoss || BestStep == 0)
        {
            _bestLoss = validationLoss;
            BestStep = step;
        }

        return watching && step - BestStep >= patience;
    }
}
