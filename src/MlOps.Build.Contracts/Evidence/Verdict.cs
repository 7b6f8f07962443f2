namespace MlOps.Build.Contracts;

/// <summary>What became of a gate.</summary>
public enum Verdict
{
    /// <summary>The condition holds.</summary>
    Pass,

    /// <summary>It could not be decided: a comparison that could not be made, an interval that straddles the limit, a sign-off not given.</summary>
    Undecided,

    /// <summary>The condition does not hold.</summary>
    Fail,
}
