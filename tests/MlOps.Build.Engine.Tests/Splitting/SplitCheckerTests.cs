using MlOps.Build.Contracts;
using MlOps.Build.Engine.Splitting;

namespace MlOps.Build.Engine.Tests.Splitting;

/// <summary>A split is checked however it was made: here good ones are spoiled by hand.</summary>
public sealed class SplitCheckerTests
{
    private const string Head = "task: binary\nlabel: { column: y, positive: [yes] }\n";

    [Fact]
    public void A_row_in_two_parts_is_found() =>
        Spoil("random", split => split with { Test = [.. split.Test.Append(split.Train[0]).Order()] }).ShouldBe([FeatureCodes.SplitRowCoverage]);

    [Fact]
    public void A_row_in_no_part_is_found() =>
        Spoil("random", split => split with { Train = split.Train[1..] }).ShouldBe([FeatureCodes.SplitRowCoverage]);

    [Fact]
    public void A_row_that_does_not_exist_is_found() =>
        Spoil("random", split => split with { Train = [.. split.Train, 9999] }).ShouldBe([FeatureCodes.SplitRowCoverage]);

    [Fact]
    public void Time_running_backwards_is_found() =>
        Spoil("{ by: time, column: day }", split => split with { Train = split.Test, Test = split.Train })
            .ShouldBe([FeatureCodes.SplitTimeBackwards, FeatureCodes.SplitTimeBackwards]);

    [Fact]
    public void A_divided_group_is_found() =>
        Spoil("{ by: group, column: group }", Swap).ShouldBe([FeatureCodes.SplitGroupDivided]);

    [Fact]
    public void An_empty_part_is_found() =>
        Spoil("random", split => split with { Train = [.. split.Train.Concat(split.Test).Order()], Test = [] }).ShouldBe([FeatureCodes.SplitPartEmpty]);

    [Fact]
    public void Equal_rows_on_both_sides_are_found()
    {
        var rows = string.Concat(Enumerable.Range(0, 100).Select(i => $"{i / 2},{(i / 2 % 2 == 0 ? "yes" : "no")}\n"));
        var made = new SplitCase("x,y\n" + rows, Head + "split: random");
        Codes(made, Swap(made.Split().ShouldNotBeNull())).ShouldBe([FeatureCodes.SplitEqualRowsDivided]);
    }

    private static Split Swap(Split split) => split with
    {
        Train = [.. split.Train.Skip(1).Append(split.Test[0]).Order()],
        Test = [.. split.Test.Skip(1).Append(split.Train[0]).Order()],
    };

    private static List<string> Spoil(string method, Func<Split, Split> spoil)
    {
        var made = new SplitCase(SplitCase.Rows(5, 300, unlabelled: false), $"{Head}split: {method}");
        return Codes(made, spoil(made.Split().ShouldNotBeNull()));
    }

    private static List<string> Codes(SplitCase made, Split split)
    {
        var diagnostics = new DiagnosticBag();
        SplitChecker.Check(made.Table, made.Schema, made.Config, made.Label, split, diagnostics).ShouldBeFalse();
        return [.. diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Code)];
    }
}
