namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>Which rows an expectation on several columns leaves out.</summary>
internal enum IgnoreRule
{
    Never,
    AnyMissing,
    AllMissing,
}
