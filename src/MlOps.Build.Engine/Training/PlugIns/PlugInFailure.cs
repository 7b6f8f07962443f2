namespace MlOps.Build.Engine.Training.PlugIns;

/// <summary>Why a process with a trainer of somebody else's left nothing else.</summary>
/// <param name="Code">The diagnostic code.</param>
/// <param name="Message">What happened and the way out.</param>
internal sealed record PlugInFailure(string Code, string Message);
