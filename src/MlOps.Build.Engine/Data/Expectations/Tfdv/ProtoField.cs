namespace MlOps.Build.Engine.Data.Expectations.Tfdv;

/// <summary>A field of a message in protobuf's text format.</summary>
/// <param name="Name">As written.</param>
/// <param name="Text">A single value without quotes; empty when it is a message.</param>
/// <param name="Message">A message; null when it is a single value.</param>
/// <param name="Line">1-based.</param>
internal sealed record ProtoField(string Name, string Text, ProtoMessage? Message, int Line);
