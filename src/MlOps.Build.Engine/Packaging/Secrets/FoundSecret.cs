namespace MlOps.Build.Engine.Packaging.Secrets;

/// <summary>A secret by kind and place; its value is in no message.</summary>
/// <param name="What">What it is, in words.</param>
/// <param name="Line">The line, from 1.</param>
internal sealed record FoundSecret(string What, int Line);
