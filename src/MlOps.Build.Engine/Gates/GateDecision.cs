using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Gates.Values;

namespace MlOps.Build.Engine.Gates;

/// <summary>Decides one expression and puts the decision into words.</summary>
internal sealed class GateDecision
{
    private readonly GateExpression _gate;
    private readonly Quantity _left;
    private readonly Quantity _right;
    private readonly Interval? _observed;
    private readonly Interval? _difference;

    public GateDecision(GateExpression gate, ExpressionEvaluator evaluator)
    {
        _gate = gate;
        _left = evaluator.Number(gate.Left);
        _right = evaluator.Number(gate.Right);
        _observed = _left.Form.IsConstant ? null : evaluator.IntervalOf(_left);
        _difference = _left.Value is null || _right.Value is null
            ? null
            : IntervalFinder.Of(_left.Form.Minus(_right.Form), evaluator.Facts.Evaluation);
    }

    /// <summary>The item with verdict, numbers and explanation.</summary>
    public GateItem Decide(GateItem item)
    {
        if (_left.Value is not { } value || _right.Value is not { } limit)
            return item with { Observed = _left.Value, Limit = _right.Value, Explanation = _left.Reason ?? _right.Reason! };
        var holds = Holds(value, limit);
        var words = new GateWords(_gate, _left, _observed, limit);
        return item with
        {
            Verdict = holds switch { true => Verdict.Pass, false => Verdict.Fail, _ => Verdict.Undecided },
            Observed = value,
            Low = _observed?.Low,
            High = _observed?.High,
            Limit = limit,
            Subject = words.Subject,
            Explanation = words.Explain(holds, _right, _difference),
        };
    }

    private bool? Holds(double value, double limit)
    {
        if (_gate.Confidence is null)
            return _gate.Comparison.Holds(value, limit);
        if (!_right.Form.IsConstant)
            return _difference is { } difference ? _gate.Comparison.Holds(difference, 0) : null;
        if (_left.Form.IsConstant)
            return _gate.Comparison.Holds(value, limit);
        return _observed is { } observed ? _gate.Comparison.Holds(observed, limit) : null;
    }
}
