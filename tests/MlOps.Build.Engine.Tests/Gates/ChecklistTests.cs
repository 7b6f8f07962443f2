using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;

namespace MlOps.Build.Engine.Tests.Gates;

public sealed class ChecklistTests
{
    private readonly DiagnosticBag _diagnostics = [];

    private Checklist? Parse(string text) => Checklist.Parse("validation-checklist.md", text, _diagnostics);

    [Fact]
    public void An_item_that_ends_in_a_code_span_is_checked_and_any_other_is_signed()
    {
        var checklist = Parse("# Gates\n\nProse with `auc >= 1`.\n\n"
            + "- [ ] The *area* under [the](x.md) curve `auc >= 0.70`\n- [x] Somebody read it\n");
        _diagnostics.ShouldBeEmpty();
        checklist!.Items.Select(item => item.Text).ShouldBe(["The area under the curve", "Somebody read it"]);
        checklist.Items[0].Expression!.Source.ShouldBe("auc >= 0.70");
        checklist.Items[0].Position.ShouldBe(new SourcePosition("validation-checklist.md", 5, 7));
        checklist.Items[1].Expression.ShouldBeNull();
        checklist.Items[1].Ticked.ShouldBeTrue();
        checklist.Items[1].Position.ShouldBe(new SourcePosition("validation-checklist.md", 6, 1));
        checklist.Source.ShouldStartWith("# Gates");
    }

    [Fact]
    public void Nested_items_follow_their_parent()
    {
        var checklist = Parse("- [ ] Outer `auc > 0`\n  - [ ] Inner `auc > 0.1`\n    1. [ ] Innermost\n- [ ] Next `auc > 0.2`\n");
        checklist!.Items.Select(item => (item.Text, item.Depth)).ShouldBe([("Outer", 0), ("Inner", 1), ("Innermost", 2), ("Next", 0)]);
    }

    [Fact]
    public void An_expression_without_prose_is_its_own_text() => Parse("* [ ] `auc >= 0.7`")!.Items[0].Text.ShouldBe("auc >= 0.7");

    [Fact]
    public void An_expression_may_go_over_two_lines_and_hold_backticks_of_another_length()
    {
        var checklist = Parse("- [ ] Long `auc\n      >= 0.7`\n- [ ] Ticks ``min(slices(\"a`b\").auc) > 0``\r\n");
        _diagnostics.ShouldBeEmpty();
        checklist!.Items.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# Only prose\n\nand `auc >= 0.7`\n")]
    [InlineData("- a list\n- without boxes\n")]
    public void A_checklist_without_items_is_an_error(string text)
    {
        Parse(text).ShouldBeNull();
        _diagnostics.ShouldHaveSingleItem().Code.ShouldBe(GateCodes.NoItems);
    }

    [Theory]
    [InlineData("- [ ] One `auc >= 0.70`\n\n  - [ ] Two `auc >> 1`\n", 3, 19)]
    [InlineData("- [ ] One `auc >= `\n", 1, 19)]
    [InlineData("- [ ] One ` auc = 1`\n", 1, 17)]
    [InlineData("\r\n- [ ] One\r\n  `auc >= (1`\r\n", 3, 13)]
    public void A_broken_expression_is_an_error_at_its_line_and_column(string text, int line, int column)
    {
        Parse(text).ShouldBeNull();
        var diagnostic = _diagnostics.ShouldHaveSingleItem();
        diagnostic.Code.ShouldBe(GateCodes.Syntax);
        diagnostic.Position.ShouldBe(new SourcePosition("validation-checklist.md", line, column));
    }

    [Fact]
    public void Every_broken_expression_is_reported()
    {
        Parse("- [ ] `auc`\n- [ ] `auc > 1`\n- [ ] `> 1`\n").ShouldBeNull();
        _diagnostics.Select(diagnostic => diagnostic.Position.Line).ShouldBe([1, 3]);
    }

    [Theory]
    [InlineData("- [ ] ok\n- Area `auc >= 0.7`\n")]
    [InlineData("- [ ] ok\n- [ ] Area `auc >= 0.7`.\n")]
    [InlineData("- [ ] ok\n- [x] **`auc >= 0.99`**\n")]
    [InlineData("- [ ] ok\n- [x] [`aucc >= 0.99`](http://x)\n")]
    [InlineData("- [ ] ok\n- [ ] Two `auc >= 0.99` and `auc >= 0.1`\n")]
    [InlineData("- [ ] ok\n\n  Below `auc >= 0.99`\n")]
    public void An_expression_that_looks_like_a_gate_and_is_none_is_a_warning(string text)
    {
        Parse(text).ShouldNotBeNull();
        var warning = _diagnostics.ShouldHaveSingleItem();
        warning.Code.ShouldBe(GateCodes.NotChecked);
        warning.Position.Line.ShouldBe(text.Contains("Below", StringComparison.Ordinal) ? 3 : 2);
    }

    [Fact]
    public void Ten_thousand_items_are_judged()
    {
        var lines = Enumerable.Range(0, 10_000)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"- [ ] Item {i} `auc >= 0.{i:0000}`\n"));
        var text = string.Concat(lines);
        var gate = GateJudge.Judge(Parse(text)!, Evidence.Facts(), _diagnostics)!;
        _diagnostics.ShouldBeEmpty();
        gate.Count(Verdict.Pass).ShouldBe(7741);
        gate.Items[9999].Position.Line.ShouldBe(10_000);
        GateEnforcer.Diagnostics(gate, DiagnosticSeverity.Warning).Count.ShouldBe(2259);
    }

    [Fact]
    public void A_list_nested_a_thousand_deep_is_refused_and_not_followed()
    {
        Parse(string.Concat(Enumerable.Repeat("- ", 1000)) + "[ ] deep `auc > 0`").ShouldBeNull();
        _diagnostics.ShouldHaveSingleItem().Severity.ShouldBe(DiagnosticSeverity.Error);
    }

    [Fact]
    public void A_file_of_three_million_characters_is_refused()
    {
        Parse(new string('\n', 3_000_000)).ShouldBeNull();
        _diagnostics.ShouldHaveSingleItem().Code.ShouldBe(GateCodes.Unreadable);
    }
}
