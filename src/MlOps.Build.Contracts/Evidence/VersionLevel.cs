namespace MlOps.Build.Contracts;

/// <summary>Which number of a version a change of the model moves.</summary>
public enum VersionLevel
{
    /// <summary>None: the same model from the same data and configuration.</summary>
    None,

    /// <summary>The third: retrained.</summary>
    Patch,

    /// <summary>The second: features or trainer changed, or the model takes or gives more than before.</summary>
    Minor,

    /// <summary>The first: what worked with the champion may not work any more.</summary>
    Major,
}
