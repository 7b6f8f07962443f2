using System.Text.Json;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Expectations.Suites;

/// <summary>A JSON value and where it stands.</summary>
internal readonly record struct PlacedElement(JsonElement Value, SourcePosition Position);
