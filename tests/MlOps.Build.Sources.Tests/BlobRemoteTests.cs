using Azure.Core;
using MlOps.Build.Contracts;
using MlOps.Build.Sources.Azure;

namespace MlOps.Build.Sources.Tests;

/// <summary>Azure Blob Storage as azurite has it, and as a server that refuses.</summary>
public sealed class BlobRemoteTests
{
    // Any base64 text: azurite takes the accounts that it is told of.
    private const string Key = "bm90LWEtc2VjcmV0LW9mLWFueWJvZHk=";
    private const string Account = "birds";

    [Fact]
    public async Task A_container_does_what_every_remote_does()
    {
        using var download = new Download();
        using var server = await StartAsync(download);
        var endpoint = $"http://127.0.0.1:{server.Port}/{Account}";
        download.Variables["AZURE_STORAGE_CONNECTION_STRING"] = $"AccountName={Account};AccountKey={Key};BlobEndpoint={endpoint}";
        await CreateContainerAsync(endpoint);
        await RemoteContract.HoldAsync(download, download.Open("azure://strikes/dvc/store"));
        await RefuseAsync(download, endpoint);
    }

    [Theory]
    [InlineData(403, VersionCodes.RemoteForbidden, 1)]
    [InlineData(404, VersionCodes.RemoteNotFound, 1)]
    [InlineData(503, VersionCodes.RemoteUnavailable, 6)]
    public async Task What_Azure_answers_decides_whether_it_is_asked_again(int status, string code, int requests)
    {
        using var server = new FakeServer((_, _) => new FakeAnswer(status, [], "x-ms-error-code: Because"));
        using var download = new Download();
        const string Signature = "SharedAccessSignature=?sv=1&sig=hunter2";
        download.Variables["AZURE_STORAGE_CONNECTION_STRING"] = $"AccountName={Account};BlobEndpoint={server.Url};{Signature}";
        (await download.FetchAsync(download.Open("azure://c"), "x", [])).ShouldBeNull();
        download.Faults.Single().Code.ShouldBe(code);
        download.Faults.Single().Message.ShouldContain("Because");
        download.Faults.Single().Message.ShouldNotContain("hunter2");
        server.Requests.Count.ShouldBe(requests);
        server.Requests[0].Path.ShouldBe("/c/x?sv=1&sig=hunter2");
    }

    [Fact]
    public async Task A_broken_connection_is_taken_up_where_it_broke()
    {
        byte[] content = [.. Enumerable.Range(0, 200_000).Select(i => (byte)i)];
        using var server = new FakeServer((request, number) => FakeAnswer.Ranged(request, content) with { CutAfter = number < 3 ? 40_000 : null });
        using var download = new Download();
        download.Variables["AZURE_STORAGE_CONNECTION_STRING"] = $"AccountName={Account};AccountKey={Key};BlobEndpoint={server.Url}";
        (await download.FetchAsync(download.Open("azure://c"), "x", content, content.Length)).ShouldNotBeNull(string.Join('\n', download.Faults));
        server.Requests.Select(request => request.From).ShouldBe([null, 40_000, 80_000]);
    }

    [Theory]
    [InlineData("AZURE_STORAGE_KEY", Key)]
    [InlineData("AZURE_STORAGE_ACCOUNT_KEY", Key)]
    [InlineData("AZURE_STORAGE_SAS_TOKEN", "?sv=1&sig=hunter2")]
    public async Task A_credential_of_the_environment_reaches_the_request(string variable, string value)
    {
        using var server = new FakeServer((request, _) => FakeAnswer.Ranged(request, "x"u8.ToArray()));
        using var download = new Download();
        download.Variables["AZURE_STORAGE_CONNECTION_STRING"] = $"BlobEndpoint={server.Url}";
        (download.Variables["AZURE_STORAGE_ACCOUNT"], download.Variables[variable]) = (Account, value);
        (await download.FetchAsync(download.Open("azure://c"), "x", "x"u8.ToArray(), 1)).ShouldNotBeNull(string.Join('\n', download.Faults));
        var request = server.Requests.ShouldHaveSingleItem();
        request.Headers.GetValueOrDefault("authorization", "").StartsWith($"SharedKey {Account}:", StringComparison.Ordinal).ShouldBe(value == Key);
        request.Path.ShouldBe(value == Key ? "/c/x" : "/c/x?sv=1&sig=hunter2");
    }

    private static async Task<ServerProcess> StartAsync(Download download)
    {
        var script = Path.Combine(Repository(), "tests", "storage", "node_modules", "azurite", "dist", "src", "blob", "main.js");
        Assert.SkipUnless(File.Exists(script), "azurite is absent: run 'npm ci --ignore-scripts' in tests/storage.");
        Environment.SetEnvironmentVariable("AZURITE_ACCOUNTS", $"{Account}:{Key}");
        var server = await ServerProcess.StartAsync(
            "node",
            port => [script, "--blobHost", "127.0.0.1", "--blobPort", $"{port}", "--location", download["azurite"], "--silent",
                "--skipApiVersionCheck", "--disableTelemetry"],
            TestContext.Current.CancellationToken);
        Assert.SkipWhen(server is null, "azurite does not start.");
        return server;
    }

    private static async Task CreateContainerAsync(string endpoint)
    {
        var account = new BlobAccount { Endpoint = new Uri(endpoint), Name = Account, Key = Key };
        var pipeline = BlobPipeline.Create(account);
        var message = new BlobRequests(pipeline, account, "strikes").List("", "");
        message.Request.Method = RequestMethod.Put;
        message.Request.Uri.Query = "?restype=container";
        await pipeline.SendAsync(message, TestContext.Current.CancellationToken);
        message.Response.Status.ShouldBe(201);
    }

    private static async Task RefuseAsync(Download download, string endpoint)
    {
        download.Faults.Clear();
        download.Variables["AZURE_STORAGE_CONNECTION_STRING"] = $"AccountName={Account};AccountKey=d3Jvbmc=;BlobEndpoint={endpoint}";
        (await download.FetchAsync(download.Open("azure://strikes"), "x", [])).ShouldBeNull();
        download.Faults.Single().Code.ShouldBe(VersionCodes.RemoteForbidden);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MlOps.Build.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? "";
    }
}
