using System.Text.Json;
using MlOps.Build.Engine.Drift.Measures;

namespace MlOps.Build.Engine.Tests.Drift.Measures;

/// <summary>Against the definition of Benjamini and Hochberg as Expected/measures.py writes it out.</summary>
public sealed class DriftCorrectionTests
{
    [Fact]
    public void P_values_are_adjusted_as_defined()
    {
        var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Drift", "Expected", "measures.json"))).RootElement;
        foreach (var item in expected.GetProperty("corrections").EnumerateArray())
        {
            var adjusted = DriftCorrection.Adjust([.. item.GetProperty("p").EnumerateArray().Select(p => p.GetDouble())]);
            foreach (var (p, wanted) in adjusted.Zip(item.GetProperty("adjusted").EnumerateArray()))
                p.ShouldBe(wanted.GetDouble(), 1e-12);
        }
    }

    [Fact]
    public void No_p_value_has_no_correction() => DriftCorrection.Adjust([]).ShouldBeEmpty();
}
