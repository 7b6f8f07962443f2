namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>A rule that does not fit its column.</summary>
/// <param name="Key">The key that states it.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record ContractFault(string Key, string Message);
