namespace MlOps.Build.Trackers.MlFlow;

/// <summary>What a server takes (<c>mlflow/utils/validation.py</c>); the smallest of the releases since 2.9.</summary>
internal static class MlFlowLimits
{
    public const int Entities = 1000;
    public const int Metrics = 1000;
    public const int Parameters = 100;
    public const int Tags = 100;

    /// <summary>The server's limit is 1,000,000; the frame around the entities has room in the rest.</summary>
    public const int Bytes = 990_000;

    public const int KeyLength = 250;
    public const int ParameterLength = 6000;
    public const int TagLength = 5000;
    public const int ExperimentNameLength = 500;
    public const int DatasetNameLength = 500;
    public const int DatasetDigestLength = 36;
    public const int Datasets = 1000;
    public const int AliasLength = 255;
}
