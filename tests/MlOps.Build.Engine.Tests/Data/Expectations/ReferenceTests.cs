using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Expectations;
using MlOps.Build.Engine.Data.Reading;

namespace MlOps.Build.Engine.Tests.Data.Expectations;

/// <summary>
/// Results against those that pandas, NumPy, SciPy, dateutil and SQLite come to (Expected/make_expected.py, Expected/reference.py).
/// </summary>
public sealed class ReferenceTests
{
    private const double Tolerance = 1e-12;

    [Theory]
    [InlineData("cases", 185)]
    [InlineData("birdstrikes", 26)]
    public void Each_expectation_comes_to_what_pandas_comes_to(string name, int count)
    {
        var expected = Expected(name);

        var results = Judging.Json(Judging.Judge(new TableBatches(Table(name)), Judging.Suite($"{name}-suite.json")));

        expected.Count.ShouldBe(count);
        results.GetProperty("results").EnumerateArray().Zip(expected).ShouldAllBe(pair => Differences(pair.First, pair.Second).Count == 0, Report(results, expected));
    }

    [Theory]
    [InlineData(64, 1)]
    [InlineData(64, 4)]
    [InlineData(192, 3)]
    [InlineData(4096, 2)]
    public void Results_do_not_depend_on_batches_and_threads(int rowsPerBatch, int sinks)
    {
        var (table, suite) = (Table("cases"), Judging.Suite("cases-suite.json"));
        var options = new SuiteOptions { Format = ResultFormat.Complete };

        var whole = Judging.Json(Judging.Judge(new TableBatches(table), suite, options), ResultFormat.Complete);
        var scattered = Judging.Json(Judging.Judge(new ScatteredBatches(table, rowsPerBatch, sinks), suite, options), ResultFormat.Complete);

        scattered.GetRawText().ShouldBe(whole.GetRawText());
    }

    [Theory]
    [InlineData(1 << 14)]
    [InlineData(4)]
    [InlineData(0)]
    public void Results_are_the_same_when_a_file_is_streamed(int dictionaryLimit)
    {
        var (table, suite) = (Table("cases"), Judging.Suite("cases-suite.json"));
        var diagnostics = new DiagnosticBag();
        using var opened = OpenedFiles.Open([new DataSource(Judging.File("cases.csv"), "data.csv")], diagnostics);
        var reading = new CsvReading { BlockSize = 4096, Threads = 3, DictionaryLimit = dictionaryLimit };
        var source = CsvBatches.Open(opened.Files, null, reading, diagnostics, CancellationToken.None).ShouldNotBeNull();

        var whole = Judging.Json(Judging.Judge(new TableBatches(table), suite));
        var streamed = Judging.Json(Judging.Judge(source, suite));

        streamed.GetRawText().ShouldBe(whole.GetRawText());
    }

    private static List<JsonElement> Expected(string name) =>
        [.. JsonDocument.Parse(File.ReadAllBytes(Judging.File($"{name}-results.json"))).RootElement.EnumerateArray()];

    private static Table Table(string name) =>
        name == "cases" ? Judging.Table(File.ReadAllText(Judging.File("cases.csv"))) : RealFiles.Read("birdstrikes-1000.csv");

    private static string Report(JsonElement results, List<JsonElement> expected) => string.Join('\n', results.GetProperty("results").EnumerateArray()
        .Zip(expected)
        .Select((pair, index) => (pair, index, differences: Differences(pair.First, pair.Second)))
        .Where(item => item.differences.Count > 0)
        .Select(item => $"{item.index}: {item.pair.First.GetProperty("expectation_config")}: {string.Join("; ", item.differences)} {item.pair.First.GetProperty("exception_info").GetProperty("exception_message")}"));

    private static List<string> Differences(JsonElement actual, JsonElement expected) =>
    [
        .. from key in expected.EnumerateObject()
           let found = key.Name == "success" ? actual.GetProperty("success") : Find(actual.GetProperty("result"), key.Name)
           where !Same(found, key.Value)
           select $"{key.Name} is {found}, pandas says {key.Value}",
    ];

    private static JsonElement? Find(JsonElement result, string key) => result.TryGetProperty(key, out var value) ? value : null;

    private static bool Same(JsonElement? actual, JsonElement expected)
    {
        if (actual is not { } found)
            return false;
        if (found.ValueKind == JsonValueKind.Number && expected.ValueKind == JsonValueKind.Number)
            return Math.Abs(found.GetDouble() - expected.GetDouble()) <= Tolerance * Math.Max(1, Math.Abs(expected.GetDouble()));
        if (found.ValueKind != expected.ValueKind)
            return false;
        return found.ValueKind switch
        {
            JsonValueKind.Array => found.GetArrayLength() == expected.GetArrayLength()
                && found.EnumerateArray().Zip(expected.EnumerateArray()).All(pair => Same(pair.First, pair.Second)),
            JsonValueKind.Object => expected.EnumerateObject().All(key => Same(Find(found, key.Name), key.Value)),
            JsonValueKind.String => found.GetString() == expected.GetString(),
            _ => true,
        };
    }
}
