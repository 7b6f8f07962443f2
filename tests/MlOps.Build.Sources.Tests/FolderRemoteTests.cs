namespace MlOps.Build.Sources.Tests;

/// <summary>A folder as a remote.</summary>
public sealed class FolderRemoteTests
{
    [Fact]
    public async Task A_folder_does_what_every_remote_does()
    {
        using var download = new Download();
        Directory.CreateDirectory(download["remote"]);
        await RemoteContract.HoldAsync(download, download.Open(download["remote"]));
    }
}
