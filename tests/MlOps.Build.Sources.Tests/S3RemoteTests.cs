using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions.Remotes;
using MlOps.Build.Sources.Resilience;
using MlOps.Build.Sources.S3;

namespace MlOps.Build.Sources.Tests;

/// <summary>S3 as moto's server has it, and as a server that refuses.</summary>
public sealed class S3RemoteTests
{
    private const string Bucket = "birds";

    [Fact]
    public async Task A_bucket_does_what_every_remote_does()
    {
        var token = TestContext.Current.CancellationToken;
        using var server = await ServerProcess.StartAsync("moto_server", port => ["-H", "127.0.0.1", "-p", $"{port}"], token);
        Assert.SkipWhen(server is null, "moto_server is absent: install Debian's python3-moto or PyPI's moto[server].");
        using var download = new Download();
        using var client = Client($"http://127.0.0.1:{server.Port}");
        await client.PutBucketAsync(new PutBucketRequest { BucketName = Bucket }, token);
        await RemoteContract.HoldAsync(download, Remote(download, client));
        await ListManyAsync(client, Remote(download, client));
    }

    [Theory]
    [InlineData(403, "AccessDenied", VersionCodes.RemoteForbidden, 1)]
    [InlineData(404, "NoSuchBucket", VersionCodes.RemoteNotFound, 1)]
    [InlineData(503, "SlowDown", VersionCodes.RemoteUnavailable, 6)]
    public async Task What_S3_answers_decides_whether_it_is_asked_again(int status, string error, string code, int requests)
    {
        var body = System.Text.Encoding.UTF8.GetBytes($"<Error><Code>{error}</Code><Message>no</Message></Error>");
        using var server = new FakeServer((_, _) => new FakeAnswer(status, body, "Content-Type: application/xml"));
        using var download = new Download();
        using var client = Client(server.Url);
        (await download.FetchAsync(Remote(download, client), "x", [])).ShouldBeNull();
        download.Faults.Single().Code.ShouldBe(code);
        download.Faults.Single().Message.ShouldContain(error);
        server.Requests.Count.ShouldBe(requests);
    }

    [Fact]
    public async Task A_broken_connection_is_taken_up_where_it_broke()
    {
        byte[] content = [.. Enumerable.Range(0, 200_000).Select(i => (byte)i)];
        using var server = new FakeServer((request, number) =>
            FakeAnswer.Ranged(request, content, "\"0123456789abcdef0123456789abcdef-2\"") with { CutAfter = number < 3 ? 40_000 : null });
        using var download = new Download();
        using var client = Client(server.Url);
        (await download.FetchAsync(Remote(download, client), "x", content, content.Length)).ShouldNotBeNull(string.Join('\n', download.Faults));
        server.Requests.Count.ShouldBe(3);
        server.Requests.Last().From.ShouldNotBeNull().ShouldBeGreaterThan(40_000);
    }

    // Servers other than Amazon's tag objects as they like; the client takes a tag for an MD5.
    [Theory]
    [InlineData(70_000)]
    [InlineData(0)]
    public async Task A_tag_that_is_no_MD5_is_no_fault(int length)
    {
        byte[] content = [.. Enumerable.Range(0, length).Select(i => (byte)i)];
        using var server = new FakeServer((request, _) => FakeAnswer.Ranged(request, content, "\"version one\""));
        using var download = new Download();
        using var client = Client(server.Url);
        (await download.FetchAsync(Remote(download, client), "x", content, length)).ShouldNotBeNull(string.Join('\n', download.Faults));
        File.ReadAllBytes(download.Target).ShouldBe(content);
    }

    [Theory]
    [InlineData("s3://b/p", "endpointurl", "http://127.0.0.1:9", "http://127.0.0.1:9")]
    [InlineData("gs://b/p", "x", "x", "https://storage.googleapis.com")]
    public void The_endpoint_is_that_of_the_settings_or_Googles(string url, string setting, string value, string endpoint)
    {
        using var client = S3Clients.Create(
            new RemoteAddress(url, new Dictionary<string, string> { [setting] = value, ["allow_anonymous_login"] = "true" }), _ => null);
        client.Config.ServiceURL.TrimEnd('/').ShouldBe(endpoint);
    }

    // More than a page of 1,000.
    private static async Task ListManyAsync(AmazonS3Client client, IRemote remote)
    {
        var token = TestContext.Current.CancellationToken;
        await Parallel.ForEachAsync(Enumerable.Range(0, 1100), token, async (i, inner) =>
            await client.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = $"dvc/store/many/{i}", ContentBody = "" }, inner));
        var count = 0;
        await foreach (var _ in remote.ListAsync("many/", token))
            count++;
        count.ShouldBe(1100);
    }

    private static S3Remote Remote(Download download, AmazonS3Client client) =>
        new(new RemoteAddress($"s3://{Bucket}/dvc/store"), client, new Retries(download.Settings));

    private static AmazonS3Client Client(string endpoint) => new(new BasicAWSCredentials("test", "test"), new AmazonS3Config
    {
        ServiceURL = endpoint,
        ForcePathStyle = true,
        AuthenticationRegion = "us-east-1",
        MaxErrorRetry = 0,
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
    });
}
