namespace MlOps.Build.Engine.Pipelines.Champions;

/// <summary>Why the champion cannot be compared fairly.</summary>
/// <param name="Code">The diagnostic's code.</param>
/// <param name="Reason">In words, no full stop: it stands in the gate's explanation too.</param>
/// <param name="WayOut">A sentence.</param>
internal sealed record ChampionRefusal(string Code, string Reason, string WayOut);
