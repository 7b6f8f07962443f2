namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>Which of several equal rows stays.</summary>
internal enum KeptRow
{
    First,
    Last,

    /// <summary>The one with the largest value of another column; of several such, the first. Missing is the smallest.</summary>
    Newest,
}
