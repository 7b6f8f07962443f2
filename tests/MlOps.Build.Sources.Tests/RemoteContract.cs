using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions.Remotes;

namespace MlOps.Build.Sources.Tests;

/// <summary>What every remote that can be written does.</summary>
internal static class RemoteContract
{
    public static async Task HoldAsync(Download download, IRemote remote)
    {
        var token = TestContext.Current.CancellationToken;
        byte[] large = [.. Enumerable.Range(0, 20_000_000).Select(i => (byte)(i * 13 >> 3))];
        foreach (var (name, bytes) in new[] { ("a b/ü+#%.csv", "x\n1\n"u8.ToArray()), ("empty", []), ("large", large) })
        {
            File.WriteAllBytes(download["upload"], bytes);
            (await remote.FindAsync(name, token)).ShouldBeNull();
            await remote.PutAsync(name, download["upload"], token);
            (await remote.FindAsync(name, token))!.Bytes.ShouldBe(bytes.Length);
            (await download.FetchAsync(remote, name, bytes, bytes.Length)).ShouldNotBeNull(string.Join('\n', download.Faults));
            File.ReadAllBytes(download.Target).AsSpan().SequenceEqual(bytes).ShouldBeTrue();
        }

        await ResumeAsync(download, remote, large);
        (await ListAsync(remote, "a b/")).ShouldBe(["a b/ü+#%.csv"]);
        (await ListAsync(remote, "")).Order(StringComparer.Ordinal).ShouldBe(["a b/ü+#%.csv", "empty", "large"]);
        download.Faults.ShouldBeEmpty();
        (await download.FetchAsync(remote, "absent", large)).ShouldBeNull();
        download.Faults.Single().Code.ShouldBe(VersionCodes.RemoteNotFound);
    }

    private static async Task ResumeAsync(Download download, IRemote remote, byte[] large)
    {
        File.WriteAllBytes(download.Part, large[..15_000_000]);
        (await download.FetchAsync(remote, "large", large, large.Length)).ShouldNotBeNull();
        File.WriteAllBytes(download.Part, large);
        (await download.FetchAsync(remote, "large", large)).ShouldNotBeNull();
        using var rest = await remote.OpenAsync("large", 15_000_000, TestContext.Current.CancellationToken);
        rest.Offset.ShouldBe(15_000_000);
        rest.Object.Bytes.ShouldBe(large.Length);
    }

    private static async Task<List<string>> ListAsync(IRemote remote, string prefix)
    {
        var names = new List<string>();
        await foreach (var name in remote.ListAsync(prefix, TestContext.Current.CancellationToken))
            names.Add(name);
        return names;
    }
}
