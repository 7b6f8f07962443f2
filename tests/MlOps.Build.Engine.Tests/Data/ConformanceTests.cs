using System.Text.Json;

namespace MlOps.Build.Engine.Tests.Data;

/// <summary>The conformance set of csv-spectrum; see Conformance/README.md.</summary>
public sealed class ConformanceTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Data", "Conformance");

    public static TheoryData<string> Cases() =>
        [.. Directory.GetFiles(Folder, "*.csv").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Csv_spectrum_is_read_as_it_says(string name)
    {
        var reading = Reading.Of(File.ReadAllBytes(Path.Combine(Folder, name + ".csv")));
        using var expected = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, name + ".json")));
        var row = 0;
        foreach (var item in expected.RootElement.EnumerateArray())
        {
            foreach (var field in item.EnumerateObject())
                reading.Column(field.Name).Text(row).ShouldBe(field.Value.GetString());
            row++;
        }

        reading.Table!.RowCount.ShouldBe(row);
        reading.Diagnostics.HasErrors.ShouldBeFalse();
    }

    [Fact]
    public void All_twelve_cases_are_there() => Cases().Count.ShouldBe(12);
}
