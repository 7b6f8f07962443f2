using System.Text.Json.Nodes;

namespace MlOps.Build.Tracking.Tests;

/// <summary>What MLflow has read and found: Expected/mlflow.json, made by read_exports.py.</summary>
internal static class MlflowAnswers
{
    public static JsonNode All { get; } = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Expected", "mlflow.json")))!;
}
