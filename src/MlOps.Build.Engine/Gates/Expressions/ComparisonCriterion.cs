namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary><c>left comparison right [@ confidence]</c>; without a confidence the point value decides.</summary>
internal sealed record ComparisonCriterion(
    int Start, string Source, Expression Left, Comparison Comparison, Expression Right, NumberExpression? Confidence)
    : Criterion(Start, Source);
