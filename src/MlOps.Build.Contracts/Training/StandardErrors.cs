namespace MlOps.Build.Contracts;

/// <summary>Whether coefficients have standard errors, and why not.</summary>
public enum StandardErrors
{
    /// <summary>They have.</summary>
    Given,

    /// <summary>An L1 penalty chooses features, and what Wald's formula gives after a choice is too small.</summary>
    NoneAfterL1,

    /// <summary>A feature is a linear combination of others, or there are no more rows than coefficients.</summary>
    NoneCollinear,
}
