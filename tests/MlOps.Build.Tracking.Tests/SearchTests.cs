using System.Globalization;
using MlOps.Build.Tracking.Search;

namespace MlOps.Build.Tracking.Tests;

/// <summary>Searches find what MLflow finds.</summary>
public sealed class SearchTests : IDisposable
{
    // MLflow's SQLite store keeps NaN as 0 and finds it by that; here NaN is neither more nor less than a number. It keeps infinity as the
    // largest number, which changes nothing in these.
    private readonly RunFolder _folder = new();

    public static TheoryData<string> Searches => [.. MlflowAnswers.All["searches"]!.AsArray().Select(item => (string)item!["search"]!)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Searches))]
    public void A_search_finds_the_runs_that_MLflow_finds_in_its_order(string search)
    {
        SearchFixture.Fill(_folder);
        var parts = search.Split(";;");
        using var reader = RunReader.Open(_folder.File);
        var found = reader.Search(new RunSearch { Clauses = SearchParser.Filter(parts[0]), Order = parts.Length > 1 ? SearchParser.Order(parts[1]) : [] });

        var expected = MlflowAnswers.All["searches"]!.AsArray().Single(item => (string)item!["search"]! == search)!["runs"]!.AsArray().Select(id => (int)id!);
        found.Select(run => int.Parse(run.Id, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("metrics.auc >> 0.7", 14, "and '>' is none")]
    [InlineData("metrics.auc > 0.7 or params.a = 'b'", 19, "'or' stands where 'and'")]
    [InlineData("metrics.auc > '0.7'", 15, "is a number")]
    [InlineData("params.trainer = trees", 18, "not in quotation marks")]
    [InlineData("params.trainer > 'a'", 16, "compares numbers")]
    [InlineData("metrics.auc like 'a%'", 13, "compares texts")]
    [InlineData("metrix.auc > 0.7", 1, "'metrix' is no kind of field")]
    [InlineData("auc > 0.7", 1, "'auc' is no attribute")]
    [InlineData("params.a = 'b", 12, "never closed")]
    [InlineData("attributes.run_id in 'a'", 22, "a list in brackets")]
    [InlineData("metrics.auc", 12, "the end stands where a comparison")]
    [InlineData("metrics.auc > 0.7 and", 22, "the end stands where a field")]
    public void What_is_wrong_with_a_filter_is_said_with_its_place(string filter, int place, string words)
    {
        var fault = Should.Throw<SearchException>(() => SearchParser.Filter(filter));
        fault.Place.ShouldBe(place);
        fault.Message.ShouldContain(words);
    }

    [Fact]
    public void What_a_run_lacks_can_be_asked_for()
    {
        SearchFixture.Fill(_folder);
        using var reader = RunReader.Open(_folder.File);
        int Count(string filter) => reader.Search(new RunSearch { Clauses = SearchParser.Filter(filter) }).Count();

        Count("tags.color IS NULL").ShouldBe(13);
        Count("tags.color is not null").ShouldBe(27);
        Count("metrics.rare IS NOT NULL").ShouldBe(10);
        Count("params.nothing IS NULL").ShouldBe(40);
        Count("tags.color in ('red', 'green')").ShouldBe(14);
    }
}
