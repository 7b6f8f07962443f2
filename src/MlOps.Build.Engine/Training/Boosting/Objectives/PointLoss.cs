namespace MlOps.Build.Engine.Training.Boosting.Objectives;

/// <summary>A loss of one row and its first two derivatives by the score.</summary>
internal readonly record struct PointLoss(double Loss, double Gradient, double Hessian);
