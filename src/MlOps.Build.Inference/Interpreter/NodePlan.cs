namespace MlOps.Build.Inference.Interpreter;

/// <summary>A node as it runs: its kernel and where its values stand; -1 is an absent one.</summary>
internal sealed record NodePlan
{
    public required NodeInfo Info { get; init; }

    public required Kernel Kernel { get; init; }

    public required int[] Inputs { get; init; }

    public required int[] Outputs { get; init; }

    /// <summary>Values that nobody reads after this node, given back at once.</summary>
    public int[] LastUses { get; init; } = [];
}
