namespace MlOps.Build.Contracts;

/// <summary>What people have written in <c>model-card.md</c>.</summary>
public sealed record ModelCardText
{
    /// <summary>The marked parts of the file, in its order; empty when there is no file.</summary>
    public IReadOnlyList<ModelCardPart> Parts { get => field ?? []; init; } = [];

    /// <summary>Ids of the parts that only people can write and that hold nothing yet, in the card's order.</summary>
    public IReadOnlyList<string> Unwritten { get => field ?? []; init; } = [];
}
