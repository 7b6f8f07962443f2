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
    [InlineData("5ms == 5000us")]
    [InlineData("5\u00B5s == 0.005ms")]
    [InlineData("90min == 1.5h")]
    [InlineData("2d / 1h == 48")]
    [InlineData("2 * 30s == 1min")]
    [InlineData("20MB == 20000kB")]
    [InlineData("1MiB == 1048576B")]
    [InlineData("1GiB > 1GB")]
    [InlineData("70% + 0.3 == 1")]
    [InlineData("max(1s, 2ms) - 1s == 0ms")]
    [InlineData("quantile(slices('Wildlife Size', rows: 300).auc, 50%) == 0.73")]
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
    [InlineData("0.5 <= auc <= 1", GateCodes.Syntax, 19, "write 'and'")]
    [InlineData("auc >= 0.7 when champion or stage('x')", GateCodes.Syntax, 33, "second item for 'or'")]
    [InlineData("(auc > 0.7 or f1 > 0.5) and brier < 1", GateCodes.Syntax, 13, "not comparisons")]
    [InlineData("and >= 0.7", GateCodes.Syntax, 8, "not 'and'")]
    [InlineData("auc >= 0.7 and", GateCodes.Syntax, 22, "not the end")]
    [InlineData("auc >= 0.7 when stage", GateCodes.UnknownCondition, 24, "stage(\"production\")")]
    [InlineData("auc >= 0.7 when champion('x')", GateCodes.UnknownCondition, 24, "takes no argument")]
    [InlineData("auc >= 0.7 when not", GateCodes.Syntax, 27, "'not champion'")]
    [InlineData("note: auc >= 0.7", GateCodes.Syntax, 8, "write 'warn:'")]
    [InlineData("auc >= 5mss", GateCodes.Syntax, 16, "Did you mean 'ms'?")]
    [InlineData("auc >= 5KB", GateCodes.Syntax, 16, "'kB' or 'KiB'")]
    [InlineData("auc >= 5m", GateCodes.Syntax, 16, "'min' or 'ms'")]
    [InlineData("auc >= 5 ms", GateCodes.Syntax, 17, "directly behind its number")]
    [InlineData("auc >= 5ms", GateCodes.WrongUnit, 15, "'auc' is a plain number, '5ms' is a time; write a plain number")]
    [InlineData("2h <= 20MB", GateCodes.WrongUnit, 14, "'2h' is a time, '20MB' is a size; write a time, such as '5ms'")]
    [InlineData("2h + 1 <= 1d", GateCodes.WrongUnit, 13, "'1' is a plain number; write a time")]
    [InlineData("2h * 3h > 1", GateCodes.WrongUnit, 13, "has no meaning")]
    [InlineData("1 / 3h > 1", GateCodes.WrongUnit, 12, "has no meaning")]
    [InlineData("max(auc, 3MB) > 1", GateCodes.WrongUnit, 17, "'3MB' is a size")]
    [InlineData("quantile(auc, 0.1) > 1", GateCodes.WrongKind, 17, "one number a group")]
    [InlineData("quantile(slices('Wildlife Size').auc, 2) > 1", GateCodes.WrongKind, 46, "between 0 and 1")]
    [InlineData("quantile(slices('Wildlife Size').auc) > 1", GateCodes.WrongKind, 8, "write 'quantile(")]
    [InlineData("min(slices('Wildlife Size', rows: 3ms).auc) > 0", GateCodes.WrongKind, 42, "plain number")]
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
