namespace MlOps.Build.Inference;

/// <summary>A player on the way from a root to a leaf.</summary>
internal struct PathElement
{
    /// <summary>The player; -1 for the root.</summary>
    public int Player;

    /// <summary>The share of rows that go this way when the player is absent.</summary>
    public double Zero;

    /// <summary>1 when the row goes this way, else 0.</summary>
    public double One;

    /// <summary>The share of the coalitions of as many players as stand before this one, times what they let through.</summary>
    public double Weight;
}
