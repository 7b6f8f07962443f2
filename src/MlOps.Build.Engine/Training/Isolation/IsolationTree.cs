namespace MlOps.Build.Engine.Training.Isolation;

/// <summary>A tree whose leaves hold how far a row went.</summary>
internal sealed class IsolationTree
{
    public List<IsolationNode> Nodes { get; } = [];

    /// <summary>Splits that the row passes, and those that the training rows of its leaf would still take.</summary>
    public double PathLength(ReadOnlySpan<float> row)
    {
        var at = 0;
        while (Nodes[at].Feature >= 0)
            at = row[Nodes[at].Feature] <= Nodes[at].Threshold ? Nodes[at].Left : Nodes[at].Right;
        return Nodes[at].PathLength;
    }
}
