namespace MlOps.Build.Engine.Registry.Tags;

/// <summary>What a tag of the registry says of an artifact, in GTO's words, and in the order in which GTO lets them count within one second.</summary>
internal enum TagAction
{
    /// <summary>The artifact was announced: <c>birdstrikes@created</c>.</summary>
    Create,

    /// <summary>The artifact is no longer kept up: <c>birdstrikes@deprecated</c>.</summary>
    Deprecate,

    /// <summary>A version exists: <c>birdstrikes@v1.4.2</c>.</summary>
    Register,

    /// <summary>It was withdrawn: <c>birdstrikes@v1.4.2!</c>.</summary>
    Deregister,

    /// <summary>The version of the tagged commit is in a stage: <c>birdstrikes#production#7</c>.</summary>
    Assign,

    /// <summary>It is there no more: <c>birdstrikes#production!#8</c>.</summary>
    Unassign,
}
