namespace MlOps.Build.Engine.Configuration;

/// <summary>How rows are divided into train, validation and test.</summary>
internal enum SplitMethod
{
    Random,
    Stratified,
    Time,
    Group,
}
