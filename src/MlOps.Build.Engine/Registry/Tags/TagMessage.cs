namespace MlOps.Build.Engine.Registry.Tags;

/// <summary>What a tag object says.</summary>
/// <param name="Time">When it was made, to the second.</param>
/// <param name="Tagger">Who git says has made it.</param>
/// <param name="Trailers">What it says.</param>
internal sealed record TagMessage(DateTimeOffset Time, string Tagger, TagTrailers Trailers);
