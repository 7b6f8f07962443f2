namespace MlOps.Build.Engine.Registry.Tags;

/// <summary>What a tag of the registry says of an artifact, in GTO's words.</summary>
internal enum TagAction
{
    /// <summary>A version exists: <c>birdstrikes@v1.4.2</c>.</summary>
    Register,

    /// <summary>It was withdrawn: <c>birdstrikes@v1.4.2!</c>.</summary>
    Deregister,

    /// <summary>A stage holds the version of the tagged commit: <c>birdstrikes#production#7</c>.</summary>
    Assign,

    /// <summary>It does so no more: <c>birdstrikes#production!#8</c>.</summary>
    Unassign,

    /// <summary>The artifact is no longer kept up: <c>birdstrikes@deprecated</c>.</summary>
    Deprecate,

    /// <summary>The artifact was announced: <c>birdstrikes@created</c>.</summary>
    Create,
}
