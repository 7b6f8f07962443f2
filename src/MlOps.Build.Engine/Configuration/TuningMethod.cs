namespace MlOps.Build.Engine.Configuration;

/// <summary>How a search proposes settings.</summary>
internal enum TuningMethod
{
    /// <summary>Every point of a grid, in order.</summary>
    Grid,

    /// <summary>Points drawn independently of each other.</summary>
    Random,

    /// <summary>Points where good ones lie closer than bad ones.</summary>
    Tpe,

    /// <summary>Random points with few rounds each; the better ones get more.</summary>
    Asha,
}
