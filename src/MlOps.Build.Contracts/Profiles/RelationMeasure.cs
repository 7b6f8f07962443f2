namespace MlOps.Build.Contracts;

/// <summary>How the relation of two columns is measured.</summary>
public enum RelationMeasure
{
    /// <summary>Two numbers or dates: Pearson's coefficient of correlation.</summary>
    Pearson,

    /// <summary>Two categories: Cramér's V, corrected for its bias (Bergsma, 2013, "A bias-correction for Cramér's V and Tschuprow's T").</summary>
    CramersV,

    /// <summary>
    /// A category and a number: the correlation ratio η, the root of the share of the number's variance that lies between the categories
    /// (Fisher, 1925).
    /// </summary>
    CorrelationRatio,

    /// <summary>Missing values of two columns: Pearson's coefficient of whether each is missing.</summary>
    Missing,
}
