using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Gates.Values;

namespace MlOps.Build.Engine.Gates;

/// <summary>Decides one comparison and puts the decision into words.</summary>
internal sealed class GateDecision
{
    private readonly ComparisonCriterion _gate;
    private readonly Quantity _left;
    private readonly Quantity _right;
    private readonly Interval? _observed;
    private readonly Interval? _difference;
    private readonly string? _noInterval;

    public GateDecision(ComparisonCriterion gate, ExpressionEvaluator evaluator)
    {
        _gate = gate;
        _left = evaluator.Number(gate.Left);
        _right = evaluator.Number(gate.Right);
        _observed = _left.Form.IsConstant ? null : evaluator.IntervalOf(_left);
        _noInterval = IntervalFinder.WhyNone(_left.Form, evaluator.Facts.Evaluation);
        _difference = _left.Value is null || _right.Value is null
            ? null
            : IntervalFinder.Of(_left.Form.Minus(_right.Form), evaluator.Facts.Evaluation);
    }

    /// <summary>The comparison with verdict, numbers and explanation.</summary>
    public GateComparison Decide()
    {
        var plain = new GateComparison
        {
            Expression = _gate.Source,
            Verdict = Verdict.Undecided,
            Observed = _left.Value,
            Comparison = _gate.Comparison.Symbol(),
            Limit = _right.Value,
            Unit = _left.Dimension.BaseUnit(),
            Confidence = _gate.Confidence?.Value,
            Explanation = _left.Reason ?? _right.Reason ?? "",
        };
        return _left.Value is { } value && _right.Value is { } limit ? Decide(plain, value, limit) : plain;
    }

    private GateComparison Decide(GateComparison plain, double value, double limit)
    {
        var holds = Holds(value, limit);
        var words = new GateWords(_gate, _left, _observed, limit, _noInterval);
        return plain with
        {
            Verdict = holds switch { true => Verdict.Pass, false => Verdict.Fail, _ => Verdict.Undecided },
            Low = _observed?.Low,
            High = _observed?.High,
            Subject = words.Subject,
            Explanation = words.Explain(holds, _right, _difference),
            Needed = holds == true ? null : Needed(words.Subject, value, limit),
        };
    }

    private string Needed(string subject, double value, double limit)
    {
        var unit = DisplayUnit.For(_left.Dimension, value);
        if (_gate.Confidence is null)
            return new GateNeed(_gate.Comparison, unit).Point(subject, value, limit);
        if (_right.Form.IsConstant)
            return new GateNeed(_gate.Comparison, unit).Interval(value, limit, _observed);
        return new GateNeed(_gate.Comparison, unit).Interval(value - limit, 0, _difference);
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
