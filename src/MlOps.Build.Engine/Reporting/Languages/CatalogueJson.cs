using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlOps.Build.Engine.Reporting.Languages;

[JsonSourceGenerationOptions(ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class CatalogueJson : JsonSerializerContext;
