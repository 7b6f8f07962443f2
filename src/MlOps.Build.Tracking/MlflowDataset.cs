using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MlOps.Build.Contracts;

namespace MlOps.Build.Tracking;

/// <summary>How data that a run read are named to MLflow.</summary>
internal static class MlflowDataset
{
    /// <summary>What the data were read for, in the tag <c>mlflow.data.context</c>.</summary>
    public const string Context = "training";

    public const string SourceType = "local";

    /// <summary>The source as MLflow's client reads it back.</summary>
    public static string Source(RunInput data) => $"{{\"uri\": \"{JsonEncodedText.Encode(data.Name)}\"}}";

    /// <summary>Its folders are named after MD5; no secret is.</summary>
    public static string Id(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
}
