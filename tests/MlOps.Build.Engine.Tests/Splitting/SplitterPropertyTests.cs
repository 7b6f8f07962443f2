using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tests.Splitting;

/// <summary>What holds for every split of every kind, over many random tables.</summary>
public sealed class SplitterPropertyTests
{
    private const string Head = "task: binary\nlabel: { column: y, positive: [yes] }\n";

    public static TheoryData<string> Methods => new("random", "stratified", "{ by: time, column: day }", "{ by: group, column: group }");

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_labelled_row_is_in_exactly_one_part_and_no_other_is(string method)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var made = new SplitCase(SplitCase.Rows(seed, 300), $"{Head}split: {method}\nseed: {seed}");
            var split = made.Split().ShouldNotBeNull();
            var labels = made.Label.Values;
            int[] all = [.. split.Train, .. split.Validation, .. split.Test];
            all.Order().ShouldBe(Enumerable.Range(0, labels.Length).Where(row => !float.IsNaN(labels[row])));
            split.Train.ShouldBe(split.Train.Order());
            split.Summary.Unlabelled.ShouldBe(labels.Count(float.IsNaN));
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_shares_come_out_near_what_was_asked_for(string method)
    {
        var limit = method.Contains("group", StringComparison.Ordinal) ? 0.06 : 0.02;
        for (var seed = 0; seed < 20; seed++)
        {
            var made = new SplitCase(SplitCase.Rows(seed, 1000, unlabelled: false), WithShares(method, seed));
            var split = made.Split().ShouldNotBeNull();
            (split.Validation.Length / 1000.0).ShouldBe(0.2, limit);
            (split.Test.Length / 1000.0).ShouldBe(0.1, limit);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_order_of_the_rows_in_the_file_changes_nothing(string method)
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var csv = SplitCase.Rows(seed, 200);
            var lines = csv.TrimEnd('\n').Split('\n');
            var turned = lines[0] + "\n" + string.Join('\n', lines.Skip(1).Reverse()) + "\n";
            var config = $"{Head}split: {method}\nseed: {seed}";
            new SplitCase(turned, config).PartById().ShouldBe(new SplitCase(csv, config).PartById(), ignoreOrder: true);
        }
    }

    [Theory]
    [InlineData("random")]
    [InlineData("stratified")]
    [InlineData("{ by: group, column: group }")]
    public void Another_seed_makes_another_split_and_the_same_seed_the_same(string method)
    {
        var csv = SplitCase.Rows(1, 200);
        Dictionary<string, SplitPart> Parts(int seed) => new SplitCase(csv, $"{Head}split: {method}\nseed: {seed}").PartById();
        Parts(1).ShouldBe(Parts(1), ignoreOrder: true);
        Parts(1).Count(pair => Parts(2)[pair.Key] != pair.Value).ShouldBeGreaterThan(40);
    }

    [Fact]
    public void Train_ends_before_validation_and_validation_before_test()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var made = new SplitCase(SplitCase.Rows(seed, 200), Head + "split: { by: time, column: day }");
            var split = made.Split().ShouldNotBeNull();
            var day = made.Table.Find("day")!;
            string[] Days(int[] rows) => [.. rows.Select(row => day.Text(row)!).Order(StringComparer.Ordinal)];
            string.CompareOrdinal(Days(split.Train)[^1], Days(split.Validation)[0]).ShouldBeLessThan(0);
            string.CompareOrdinal(Days(split.Validation)[^1], Days(split.Test)[0]).ShouldBeLessThan(0);
            split.Summary.Parts[1].From.ShouldBe(Days(split.Validation)[0]);
            split.Summary.Parts[1].To.ShouldBe(Days(split.Validation)[^1]);
        }
    }

    [Fact]
    public void A_group_is_never_divided()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var made = new SplitCase(SplitCase.Rows(seed, 200), $"{Head}split: {{ by: group, column: group }}\nseed: {seed}");
            var parts = made.PartById();
            var groups = Enumerable.Range(0, made.Table.RowCount)
                .Where(row => parts.ContainsKey(made.Table.Find("id")!.Text(row)!))
                .GroupBy(row => made.Table.Find("group")!.Text(row), row => parts[made.Table.Find("id")!.Text(row)!]);
            groups.ShouldAllBe(group => group.Distinct().Count() == 1);
        }
    }

    [Fact]
    public void A_stratified_split_keeps_the_share_of_each_class()
    {
        var split = new SplitCase(SplitCase.Rows(3, 1000, unlabelled: false), Head + "split: stratified").Split().ShouldNotBeNull();
        var shares = split.Summary.Parts.Select(part => part.ClassCounts[1] / (double)part.Rows).ToList();
        shares.ShouldAllBe(share => Math.Abs(share - shares[0]) < 0.005);
    }

    [Fact]
    public void Added_rows_move_few_of_the_old_ones()
    {
        var csv = SplitCase.Rows(4, 1000, unlabelled: false);
        var shorter = string.Join('\n', csv.Split('\n').Take(951)) + "\n";
        var (before, after) = (new SplitCase(shorter, Head + "split: random").PartById(), new SplitCase(csv, Head + "split: random").PartById());
        before.Count(pair => after[pair.Key] != pair.Value).ShouldBeLessThan(30);
    }

    private static string WithShares(string method, int seed)
    {
        var section = method.StartsWith('{') ? method.TrimEnd('}', ' ') : "{ by: " + method;
        return $"{Head}split: {section}, validation: 0.2, test: 0.1 }}\nseed: {seed}";
    }
}
