using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Gates.Values;

namespace MlOps.Build.Engine.Gates.Functions;

/// <summary>A function of the expression language.</summary>
internal interface IGateFunction
{
    string Name { get; }

    /// <summary>How it is written, for messages.</summary>
    string Usage { get; }

    /// <summary>The kind of its result; null when a mistake in its arguments was reported.</summary>
    ValueKind? Check(CallExpression call, ExpressionChecker checker);

    /// <summary>The result; the call has been checked.</summary>
    GateValue Evaluate(CallExpression call, ExpressionEvaluator evaluator);
}
