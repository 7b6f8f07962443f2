using System.Text.Json.Serialization;

namespace MlOps.Build.Engine.Data.Expectations.JsonSchemas;

/// <summary>Writes the name of a member as a value, without reflection.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class NamesJson : JsonSerializerContext;
