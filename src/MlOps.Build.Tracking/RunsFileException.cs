namespace MlOps.Build.Tracking;

/// <summary>A file that holds no runs; the message says why and the way out.</summary>
internal sealed class RunsFileException(string message, Exception? inner = null) : Exception(message, inner);
