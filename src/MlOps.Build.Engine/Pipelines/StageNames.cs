namespace MlOps.Build.Engine.Pipelines;

/// <summary>The stages in order; also the names of their folders.</summary>
internal static class StageNames
{
    public const string Data = "data";
    public const string Profile = "profile";
    public const string Split = "split";
    public const string Features = "features";
    public const string Tune = "tune";
    public const string Train = "train";
    public const string Backtest = "backtest";
    public const string Evaluate = "evaluate";
    public const string Checks = "checks";
    public const string Measure = "measure";
    public const string Gate = "gate";
    public const string Report = "report";
    public const string Package = "package";
}
