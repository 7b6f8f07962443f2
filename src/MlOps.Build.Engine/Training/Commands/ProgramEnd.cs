namespace MlOps.Build.Engine.Training.Commands;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Its exit code; null when it was ended because it took too long.</param>
/// <param name="LastWords">The last lines of its error output, or of its output when there were none; in one line.</param>
internal sealed record ProgramEnd(int? ExitCode, string LastWords);
