namespace MlOps.Build.Engine.Data.Reading;

/// <summary>A data file that became shorter while it was read.</summary>
/// <param name="name">The file as the user knows it.</param>
internal sealed class ShortenedFileException(string name) : IOException($"'{name}' became shorter while it was read.");
