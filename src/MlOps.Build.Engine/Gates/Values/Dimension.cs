namespace MlOps.Build.Engine.Gates.Values;

/// <summary>What a number measures. Only like may be compared with like, or added to it; a share and a count are plain numbers.</summary>
internal enum Dimension
{
    /// <summary>A plain number.</summary>
    None,

    /// <summary>A part of one; shown as per cent.</summary>
    Share,

    /// <summary>A number of things; shown whole.</summary>
    Count,

    /// <summary>A time, in seconds.</summary>
    Time,

    /// <summary>An amount of data, in bytes.</summary>
    Size,
}
