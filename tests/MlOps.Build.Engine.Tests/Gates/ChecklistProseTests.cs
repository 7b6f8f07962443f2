using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Packaging;

namespace MlOps.Build.Engine.Tests.Gates;

/// <summary>Any language of prose, links and nesting.</summary>
public sealed class ChecklistProseTests
{
    private readonly DiagnosticBag _diagnostics = [];

    // Columns count UTF-16 code units, as MSBuild, Visual Studio and the language server protocol do: an emoji is two.
    [Theory]
    [InlineData("- [ ] \u6E2C\u8A66\u96C6\u7684 AUC \u5920\u9AD8 `auc > acu`", "\u6E2C\u8A66\u96C6\u7684 AUC \u5920\u9AD8", 26)]
    [InlineData("- [ ] \u0627\u0644\u0646\u0645\u0648\u0630\u062C \u062C\u064A\u062F `auc > acu`", "\u0627\u0644\u0646\u0645\u0648\u0630\u062C \u062C\u064A\u062F", 26)]
    [InlineData("- [ ] e\u0301te\u0301 `auc > acu`", "e\u0301te\u0301", 20)]
    [InlineData("- [ ] \U0001F426\U0001F3FD ok `auc > acu`", "\U0001F426\U0001F3FD ok", 22)]
    public void Prose_may_be_in_any_language_and_columns_count_utf16_units(string line, string text, int column)
    {
        var checklist = Checklist.Parse("c.md", line, _diagnostics)!;
        checklist.Items[0].Text.ShouldBe(text);
        checklist.Items[0].Position.ShouldBe(new SourcePosition("c.md", 1, 7));
        GateJudge.Judge(checklist, Evidence.Facts(), _diagnostics).ShouldBeNull();
        _diagnostics.ShouldHaveSingleItem().Position.ShouldBe(new SourcePosition("c.md", 1, column));
    }

    [Fact]
    public void A_column_of_any_language_makes_slices()
    {
        var slice = Evidence.Slice("\u5927", 300, 80, Evidence.Metric("auc", 0.71, 0.64, 0.78)) with { Column = "\u9CE5\u7684\u5927\u5C0F" };
        Evidence.Judge("min(slices('\u9CE5\u7684\u5927\u5C0F').auc) > 0.9", Evidence.Binary() with { Slices = [slice] })
            .Explanation.ShouldStartWith("lowest ROC AUC by \u9CE5\u7684\u5927\u5C0F (\u5927) 0.710");
    }

    [Theory]
    [InlineData("[the rule](https://example.org/a?b=c#d)", "https://example.org/a?b=c#d")]
    [InlineData("[the rule](docs/rule.md)", "docs/rule.md")]
    [InlineData("[the rule](#rule)", "#rule")]
    [InlineData("[the rule](../rule.md)", "../rule.md")]
    [InlineData("[the rule](javascript:alert(1))", null)]
    [InlineData("[the rule](data:text/html,x)", null)]
    [InlineData("[the rule](//example.org/x)", null)]
    [InlineData("[the rule](\\\\\\\\host\\\\x)", null)]
    [InlineData("[the rule](file:///etc/passwd)", null)]
    [InlineData("[the rule](vbscript:x)", null)]
    [InlineData("![the rule](https://example.org/x.png)", null)]
    public void A_link_is_kept_where_it_is_safe_to_follow(string link, string? target)
    {
        var checklist = Checklist.Parse("c.md", $"- [ ] By {link} and more `auc > 0.7`", _diagnostics)!;
        checklist.Items[0].Text.ShouldBe("By the rule and more");
        checklist.Items[0].Links.ShouldBe(target is null ? [] : [new GateLink("the rule", target)]);
        var gate = GateJudge.Judge(checklist, Evidence.Facts(), _diagnostics)!;
        FilledChecklist.Write("Birds", gate).ShouldContain(
            target is null ? "- [x] By the rule and more `auc > 0.7`" : $"- [x] By [the rule](<{target}>) and more `auc > 0.7`");
    }

    [Fact]
    public void A_parent_without_expression_sums_up_what_stands_below_it_and_is_no_sign_off()
    {
        var text = "- [x] Quality\n  - [ ] Good `auc > 0.7`\n  - [ ] Groups\n    - [ ] Best `auc > 0.9`\n  - plain\n- [ ] Read\n";
        var gate = GateJudge.Judge(Checklist.Parse("c.md", text, _diagnostics)!, Evidence.Facts(), _diagnostics)!;
        gate.Items.Select(item => (item.Text, item.IsHeading, item.IsSignOff, item.Verdict)).ShouldBe(
        [
            ("Quality", true, false, Verdict.Fail),
            ("Good", false, false, Verdict.Pass),
            ("Groups", true, false, Verdict.Fail),
            ("Best", false, false, Verdict.Fail),
            ("Read", false, true, Verdict.Undecided),
        ]);
        gate.Items[0].Explanation.ShouldBe("1 of 2 below passed, 1 failed");
        (gate.Count(Verdict.Pass), gate.Count(Verdict.Fail), gate.Count(Verdict.Undecided)).ShouldBe((1, 1, 1));
        GateEnforcer.Diagnostics(gate, DiagnosticSeverity.Warning).Count.ShouldBe(2);
        FilledChecklist.Write("Birds", gate).ShouldContain("\n  - [ ] Groups: **failed**, 0 of 1 below passed, 1 failed\n    - [ ] Best `auc > 0.9`: **failed**");
    }

    [Fact]
    public void A_parent_with_an_expression_is_judged_by_it_alone()
    {
        var gate = GateJudge.Judge(Checklist.Parse("c.md", "- [ ] Outer `auc > 0.7`\n  - [ ] Inner `auc > 0.9`\n", _diagnostics)!, Evidence.Facts(), _diagnostics)!;
        gate.Items.Select(item => item.Verdict).ShouldBe([Verdict.Pass, Verdict.Fail]);
        gate.Items.ShouldAllBe(item => !item.IsHeading);
    }
}
