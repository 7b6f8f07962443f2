namespace MlOps.Build.Engine.Evaluation.Curves;

/// <summary>A stretch of a curve drawn as one line, with the point farthest from it.</summary>
internal readonly record struct CurveSpan(int First, int Farthest, int Last);
