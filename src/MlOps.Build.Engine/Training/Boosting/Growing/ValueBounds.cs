namespace MlOps.Build.Engine.Training.Boosting.Growing;

/// <summary>The values that monotone constraints leave to a leaf, before the learning rate.</summary>
internal readonly record struct ValueBounds(double Lower, double Upper)
{
    public static ValueBounds None => new(double.NegativeInfinity, double.PositiveInfinity);

    public bool AreNone => double.IsNegativeInfinity(Lower) && double.IsPositiveInfinity(Upper);

    public double Clamp(double value) => Math.Min(Math.Max(value, Lower), Upper);

    /// <summary>
    /// The bounds of the children of a split on a feature that the score must not fall (1) or rise (-1) with: the middle of the two values
    /// parts them, so that no later split can cross it (LightGBM's "basic" method).
    /// </summary>
    public (ValueBounds Left, ValueBounds Right) Divide(int direction, double left, double right)
    {
        var middle = (Clamp(left) + Clamp(right)) / 2;
        return direction switch
        {
            > 0 => (this with { Upper = middle }, this with { Lower = middle }),
            < 0 => (this with { Lower = middle }, this with { Upper = middle }),
            _ => (this, this),
        };
    }
}
