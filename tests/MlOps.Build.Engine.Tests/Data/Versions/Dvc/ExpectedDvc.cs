using System.Text;
using System.Text.Json;

namespace MlOps.Build.Engine.Tests.Data.Versions.Dvc;

/// <summary>What dvc_expected.py made with the libraries that DVC uses.</summary>
internal static class ExpectedDvc
{
    private static readonly JsonElement Root =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "dvc_expected.json"))).RootElement;

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Data", "Versions", "Dvc", "Expected");

    public static IEnumerable<JsonElement> List(string name) => Root.GetProperty(name).EnumerateArray();

    public static IEnumerable<JsonProperty> Map(string name) => Root.GetProperty(name).EnumerateObject();

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    public static byte[] Latin1(this JsonProperty property) => Encoding.Latin1.GetBytes(property.Value.GetString()!);
}
