namespace MlOps.Build.Engine.Registry.Feeds;

/// <summary>What became of a push.</summary>
internal enum PushOutcome
{
    /// <summary>The feed has the version now, and did not before.</summary>
    Pushed,

    /// <summary>The feed had the version with the same bytes.</summary>
    AlreadyThere,

    /// <summary>The feed has the version with other bytes, which stay.</summary>
    Conflict,
}
