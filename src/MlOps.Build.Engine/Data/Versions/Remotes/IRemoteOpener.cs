namespace MlOps.Build.Engine.Data.Versions.Remotes;

/// <summary>Knows the kinds of addresses.</summary>
internal interface IRemoteOpener
{
    /// <summary>Opens a place without talking to it yet.</summary>
    /// <exception cref="RemoteException">The address is of no known kind.</exception>
    IRemote Open(RemoteAddress address);
}
