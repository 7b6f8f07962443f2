using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlOps.Build.Engine.Registry.Promotion.Consumers;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ConsumerMeasures))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class ConsumerJson : JsonSerializerContext;
