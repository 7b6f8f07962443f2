namespace MlOps.Build.Engine.Evaluation.Fairness;

/// <summary>The weights of a group's rows by what they are and what they are called.</summary>
internal struct GroupCounts
{
    public double Positives { get; private set; }

    public double Negatives { get; private set; }

    public double TruePositives { get; private set; }

    public double FalsePositives { get; private set; }

    /// <summary>NaN without rows.</summary>
    public readonly double SelectionRate => (TruePositives + FalsePositives) / (Positives + Negatives);

    /// <summary>NaN without positive rows.</summary>
    public readonly double TruePositiveRate => TruePositives / Positives;

    /// <summary>NaN without negative rows.</summary>
    public readonly double FalsePositiveRate => FalsePositives / Negatives;

    /// <param name="cell">The row's cell of the confusion matrix: twice the actual class plus the predicted one.</param>
    /// <param name="weight">How much the row counts.</param>
    public void Add(int cell, double weight)
    {
        Positives += cell >= 2 ? weight : 0;
        Negatives += cell < 2 ? weight : 0;
        TruePositives += cell == 3 ? weight : 0;
        FalsePositives += cell == 1 ? weight : 0;
    }
}
