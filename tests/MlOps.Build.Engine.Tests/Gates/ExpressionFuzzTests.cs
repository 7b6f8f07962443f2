using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Gates.Names;

namespace MlOps.Build.Engine.Tests.Gates;

public sealed class ExpressionFuzzTests
{
    private static readonly GateScope Scope = GateScope.Of(Evidence.Binary());
    private static readonly CriterionJudge Judge = new(new ExpressionEvaluator(Evidence.Facts()));

    private readonly GateChecker _checker;
    private (string Code, int Offset, string Message)? _wrong;

    public ExpressionFuzzTests() => _checker = new GateChecker(Scope, (code, offset, message) => _wrong = (code, offset, message));

    [Fact]
    public void Forty_thousand_gates_and_streams_give_a_verdict_or_a_mistake_inside_the_text()
    {
        var random = new RandomGates(20_260_315);
        var judged = 0;
        for (var round = 0; round < 40_000; round++)
            judged += Try((round % 4) switch { 0 => random.Stream(), 1 => random.Gate(), _ => random.Damaged() }) ? 1 : 0;
        // Most damage is found, and yet thousands are judged: neither half of the test is empty.
        judged.ShouldBeInRange(4_000, 30_000);
    }

    [Fact]
    public void What_parses_is_written_as_what_parses_to_the_same_tree()
    {
        var random = new RandomGates(20_260_316);
        for (var round = 0; round < 10_000; round++)
        {
            var text = random.Gate();
            var gate = Parse(text, out var mistake);
            mistake.ShouldBeNull(text);
            var written = ExpressionText.Of(gate!);
            Tree(Parse(written, out _)!).ShouldBe(Tree(gate!), text);
            ExpressionText.Of(Parse(written, out _)!).ShouldBe(written);
        }
    }

    private bool Try(string text)
    {
        _wrong = null;
        var gate = Parse(text, out var mistake);
        if (gate is null)
        {
            Inside(text, mistake);
            return false;
        }

        if (!_checker.Check(gate))
        {
            Inside(text, _wrong);
            return false;
        }

        var item = Judge.Judge(gate.Criterion, new GateItem { Text = "", Verdict = Verdict.Undecided, Applies = true, Explanation = "", Position = default });
        item.Explanation.ShouldNotBeEmpty(text);
        return true;
    }

    private static void Inside(string text, (string Code, int Offset, string Message)? mistake)
    {
        mistake.ShouldNotBeNull(text);
        mistake.Value.Offset.ShouldBeInRange(0, text.Length, text);
        mistake.Value.Message.ShouldNotBeEmpty();
    }

    private static GateExpression? Parse(string text, out (string Code, int Offset, string Message)? mistake)
    {
        (string, int, string)? found = null;
        var gate = GateParser.Parse(text, 0, text.Length, (code, offset, message) => found = (code, offset, message));
        mistake = found;
        return gate;
    }

    private static string Tree(GateExpression gate) =>
        $"{gate.Warns} {Tree(gate.Criterion)} {string.Join(" & ", gate.Conditions.Select(test => $"{test.Negated} {test.Name} {test.Argument?.Value}"))}";

    private static string Tree(Criterion criterion) => criterion switch
    {
        ComparisonCriterion one => $"({Tree(one.Left)} {one.Comparison} {Tree(one.Right)} {one.Confidence?.Value})",
        CompoundCriterion many => $"({(many.All ? "and" : "or")} {string.Join(' ', many.Parts.Select(Tree))})",
        _ => throw new InvalidOperationException(),
    };

    private static string Tree(Expression expression) => expression switch
    {
        NumberExpression number => $"{number.Value:R} {number.Dimension}",
        TextExpression text => $"'{text.Value}'",
        NameExpression name => name.Name,
        NegateExpression negate => $"(- {Tree(negate.Operand)})",
        ArithmeticExpression sum => $"({sum.Operator} {Tree(sum.Left)} {Tree(sum.Right)})",
        MemberExpression member => $"(. {Tree(member.Target)} {member.Member})",
        CallExpression call => $"({call.Function} {string.Join(' ', call.Arguments.Select(item => item.Name + ":" + Tree(item.Value)))})",
        _ => throw new InvalidOperationException(),
    };
}
