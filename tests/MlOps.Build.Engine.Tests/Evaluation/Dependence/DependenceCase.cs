using System.Text.Json;
using System.Text.Json.Serialization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tests.Evaluation.Dependence;

/// <summary>A model and scikit-learn's partial dependence of it, see <c>Expected/make_dependence.py</c>.</summary>
internal sealed record DependenceCase(LearningTask Task, double[][] Coefficients, double[] Intercepts, DependenceCase.ExpectedCurve[] Curves)
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly JsonElement Root = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Evaluation", "Expected", "dependence.json"))).RootElement;

    public static DependenceCase[] All { get; } = Root.GetProperty("cases").Deserialize<DependenceCase[]>(Options)!;

    /// <summary>Speed, height and place of each test row.</summary>
    public static (float Speed, float Height, string Place)[] Rows { get; } =
        [.. Root.GetProperty("rows").EnumerateArray().Select(row => (row[0].GetSingle(), row[1].GetSingle(), row[2].GetString()!))];

    /// <summary>By value of the column, the mean of each output.</summary>
    internal sealed record ExpectedCurve(string Column, string[] Values, double[][] Means);
}
