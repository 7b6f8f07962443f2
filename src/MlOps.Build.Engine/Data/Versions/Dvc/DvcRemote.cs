namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>A remote of DVC's configuration.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">Its address; a folder is absolute.</param>
/// <param name="Settings">What else the configuration says of it, such as <c>endpointurl</c>; never a secret.</param>
internal sealed record DvcRemote(string Name, string Url, IReadOnlyDictionary<string, string> Settings);
