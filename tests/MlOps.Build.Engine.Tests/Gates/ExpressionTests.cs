using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Gates.Names;

namespace MlOps.Build.Engine.Tests.Gates;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("1 + 2 * 3 == 7")]
    [InlineData("(1 + 2) * 3 == 9")]
    [InlineData("2 - 1 - 1 == 0")]
    [InlineData("8 / 4 / 2 == 1")]
    [InlineData("-2 * -3 == 6")]
    [InlineData("--1 == 1")]
    [InlineData("30% == 0.3")]
    [InlineData("1e-2 < .02")]
    [InlineData("min(3, 1, 2) == 1")]
    [InlineData("max(3, 1, 2) == 3")]
    [InlineData("mean(1, 2, 6) == 3")]
    [InlineData("abs(-2) == 2")]
    [InlineData("1 != 2")]
    [InlineData("count(slices('Wildlife Size')) == 3")]
    [InlineData("count(slices(\"Wildlife Size\", rows: 300, positives: 30).auc) == 2")]
    public void Arithmetic_follows_the_usual_rules(string expression) =>
        Evidence.Judge(expression).Verdict.ShouldBe(Verdict.Pass);

    [Theory]
    [InlineData("acu >= 0.7", GateCodes.UnknownName, 8, "Did you mean 'auc'?")]
    [InlineData("rmse <= 3", GateCodes.UnknownName, 8, "binary classification")]
    [InlineData("auc - basline.auc >= 0", GateCodes.UnknownName, 14, "Did you mean 'baseline.auc'?")]
    [InlineData("min(slices(\"Wildlife Size\").acu) > 0", GateCodes.UnknownName, 36, "Did you mean 'auc'?")]
    [InlineData("mni(auc, brier) > 0", GateCodes.UnknownFunction, 8, "Did you mean 'min'?")]
    [InlineData("slices(\"Wildlife Size\").auc > 0", GateCodes.WrongKind, 8, "min(slices(\"Wildlife Size\").auc)")]
    [InlineData("min(slices(\"Wildlife Size\")) > 0", GateCodes.WrongKind, 12, ".pr_auc")]
    [InlineData("min(slices(\"Wildlife Size\", size: 3).auc) > 0", GateCodes.WrongKind, 36, "positives: 30")]
    [InlineData("\"auc\" > 0", GateCodes.WrongKind, 8, "is a text")]
    [InlineData("min > 0", GateCodes.UnknownName, 8, "is a function")]
    [InlineData("auc >= 0.7 @ 90%", GateCodes.WrongConfidence, 21, "@ 95%")]
    [InlineData("auc == 0.7 @ 95%", GateCodes.WrongKind, 21, "equality")]
    [InlineData("auc >= 0.7 when champoin", GateCodes.UnknownCondition, 24, "Did you mean 'champion'?")]
    [InlineData("auc >= 0.7 and f1 > 0", GateCodes.Syntax, 19, "second item")]
    [InlineData("0.5 <= auc <= 1", GateCodes.Syntax, 19, "one comparison")]
    [InlineData("auc >= 5ms", GateCodes.Syntax, 16, "'ms' is not a unit here")]
    [InlineData("auc ≥ 0.7", GateCodes.Syntax, 12, "'>='")]
    [InlineData("auc", GateCodes.Syntax, 11, "auc >= 0.5")]
    [InlineData("auc >= 1e999", GateCodes.Syntax, 15, "not a number")]
    [InlineData("auc >= 'x", GateCodes.Syntax, 15, "no closing")]
    public void A_mistake_names_its_place_and_the_way_out(string expression, string code, int column, string way)
    {
        var mistake = Evidence.Mistake(expression);
        mistake.Code.ShouldBe(code);
        mistake.Position.ShouldBe(new SourcePosition("c.md", 1, column));
        mistake.Message.ShouldContain(way);
        mistake.Message.ShouldNotContain("\n");
    }

    [Fact]
    public void A_slice_that_is_not_declared_is_an_error_before_anything_runs()
    {
        var diagnostics = new DiagnosticBag();
        var checklist = Checklist.Parse("c.md", "- [ ] `min(slices(\"Wildlife Sise\").auc) > 0`\n", diagnostics)!;
        var scope = GateScope.Of(Evidence.Binary()) with { SliceColumns = ["Wildlife Size"] };
        ChecklistCheck.Run(checklist, scope, diagnostics).ShouldBeFalse();
        diagnostics.ShouldHaveSingleItem().Code.ShouldBe(GateCodes.UnknownSlice);
    }

    [Theory]
    [InlineData('(')]
    [InlineData('-')]
    public void A_thousand_levels_are_refused(char level) =>
        Evidence.Mistake(new string(level, 1000) + "1 > 0").Code.ShouldBe(GateCodes.TooComplex);

    [Fact]
    public void A_chain_of_a_thousand_terms_is_computed() =>
        Evidence.Judge(string.Join("+", Enumerable.Repeat("1", 1000)) + " == 1000").Verdict.ShouldBe(Verdict.Pass);

    [Fact]
    public void An_expression_of_five_thousand_characters_is_refused() =>
        Evidence.Mistake(string.Join("+", Enumerable.Repeat("1", 2500)) + " > 0").Code.ShouldBe(GateCodes.TooComplex);
}
