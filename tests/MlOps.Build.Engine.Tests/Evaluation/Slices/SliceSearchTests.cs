using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Slices.Search;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Tests.Numerics;

namespace MlOps.Build.Engine.Tests.Evaluation.Slices;

/// <summary>Groups found by search against NumPy; see <c>Expected/make_search.py</c>.</summary>
public sealed class SliceSearchTests
{
    private static readonly JsonElement Expected = JsonDocument.Parse(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Evaluation", "Slices", "Expected", "search.json"))).RootElement;

    [Fact]
    public void Every_group_and_its_statistic_are_those_of_numpy()
    {
        var request = Request();
        var tables = request.Columns.Select(SearchTable.Of).ToList();
        for (var i = 0; i < 3; i++)
            tables.AddRange(request.Columns.Skip(i + 1).Select(other => SearchTable.Of(request.Columns[i], other)));
        var candidates = new SearchCandidates(tables, request.Losses, request.MinimumRows);
        var statistics = new double[candidates.Groups.Count];
        candidates.Compute(request.Losses, statistics);

        var expected = Expected.GetProperty("groups").EnumerateArray().ToDictionary(
            group => Key(Texts(group.GetProperty("columns")), Texts(group.GetProperty("values"))));
        statistics.Length.ShouldBe(expected.Count);
        for (var i = 0; i < statistics.Length; i++)
        {
            var key = Key(candidates.Table(i).Columns, candidates.Table(i).Values(candidates.Groups[i].Group));
            candidates.Rows(i).Length.ShouldBe(expected[key].GetProperty("rows").GetInt32());
            statistics[i].ShouldBe(expected[key].GetProperty("statistic").GetDouble(), 1e-9, key);
        }
    }

    [Fact]
    public void What_is_found_is_worse_by_more_than_chance_and_nothing_is_found_twice()
    {
        var findings = SliceSearch.Run(Request(), "log_loss", TestContext.Current.CancellationToken).ShouldNotBeNull();
        (findings.Columns, findings.Groups, findings.Permutations).ShouldBe((3, Expected.GetProperty("groups").GetArrayLength(), 999));
        findings.Slices.Select(slice => Key(slice.Columns, slice.Values)).ShouldBe(
            Expected.GetProperty("found").EnumerateArray().Select(group => Key(Texts(group.GetProperty("columns")), Texts(group.GetProperty("values")))));
        foreach (var slice in findings.Slices)
        {
            var expected = Expected.GetProperty("groups").EnumerateArray()
                .Single(group => Key(Texts(group.GetProperty("columns")), Texts(group.GetProperty("values"))) == Key(slice.Columns, slice.Values));
            ExpectedTails.ShouldBeClose(slice.Loss, expected.GetProperty("loss").GetDouble(), "loss");
            ExpectedTails.ShouldBeClose(slice.RestLoss, expected.GetProperty("rest").GetDouble(), "rest");
            ExpectedTails.ShouldBeClose(slice.Effect, expected.GetProperty("effect").GetDouble(), "effect");
            // Three standard errors of a share in 999 draws.
            var p = expected.GetProperty("p").GetDouble();
            slice.PValue.ShouldBe(p, 0.002 + (3 * Math.Sqrt(p * (1 - p) / 999)));
        }
    }

    [Fact]
    public void Without_a_group_that_is_worse_one_search_in_twenty_finds_one()
    {
        var searches = Enumerable.Range(0, 200).Select(seed => SliceSearch.Run(Noise(seed), "log_loss", TestContext.Current.CancellationToken)!).ToList();
        searches.ShouldAllBe(search => search.Groups > 60);
        // 200 searches at 5 %: 10 expected, 18 is the binomial's 99 % quantile.
        searches.Count(search => search.Slices.Count > 0).ShouldBeLessThanOrEqualTo(18);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_whatever_the_threads()
    {
        var one = Json(Request());
        Json(Request() with { Threads = 3 }).ShouldBe(one);
    }

    [Fact]
    public void Too_few_rows_equal_losses_and_no_columns_find_nothing()
    {
        var request = Request();
        SliceSearch.Run(request with { MinimumRows = 300 }, "log_loss", TestContext.Current.CancellationToken).ShouldBeNull();
        SliceSearch.Run(request with { Columns = [] }, "log_loss", TestContext.Current.CancellationToken).ShouldBeNull();
        SliceSearch.Run(request with { Losses = new double[400] }, "log_loss", TestContext.Current.CancellationToken).ShouldNotBeNull().Slices.ShouldBeEmpty();
    }

    [Fact]
    public void Columns_are_searched_by_value_or_by_bucket_and_missing_values_are_a_group()
    {
        var table = Tables.Csv("n,s\n" + string.Join('\n', Enumerable.Range(0, 40).Select(i => $"{(i % 8 == 0 ? "" : i)},{(i % 3 == 0 ? "" : "x")}")) + "\n");
        int[] train = [.. Enumerable.Range(0, 20)], test = [.. Enumerable.Range(20, 20)];
        var numbers = SearchColumn.From(table.Find("n")!, train, test, sensitive: false);
        numbers.Values.ShouldBe([">= 14", null]);
        SearchColumn.From(table.Find("s")!, train, test, sensitive: true).Values.ShouldBe(["1", null]);
    }

    private static SearchRequest Request() => new()
    {
        Losses = [.. Expected.GetProperty("losses").EnumerateArray().Select(value => value.GetDouble())],
        Columns = [.. Expected.GetProperty("columns").EnumerateObject().Select(column => SearchColumn.From(column.Name, [.. Texts(column.Value)]))],
        MinimumRows = Expected.GetProperty("least").GetInt32(),
        Confidence = 0.95,
        Seed = 42,
    };

    private static SearchRequest Noise(int seed)
    {
        var random = new SeededRandom(seed, 77);
        var columns = Enumerable.Range(0, 4).Select(name => SearchColumn.From($"c{name}", [.. Enumerable.Range(0, 300).Select(_ => $"{random.Next(4)}")]));
        return new SearchRequest
        {
            Columns = [.. columns],
            Losses = [.. Enumerable.Range(0, 300).Select(_ => -Math.Log(1 - random.NextDouble()))],
            MinimumRows = 10,
            Confidence = 0.95,
            Seed = seed,
        };
    }

    private static string Json(SearchRequest request) => JsonSerializer.Serialize(
        SliceSearch.Run(request, "log_loss", TestContext.Current.CancellationToken)!, ContractsJson.Default.SliceFindings);

    private static string Key(IEnumerable<string> columns, IEnumerable<string?> values) =>
        string.Join(", ", columns.Zip(values, (column, value) => $"{column}={value ?? "missing"}"));

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(item => item.GetString()!);
}
