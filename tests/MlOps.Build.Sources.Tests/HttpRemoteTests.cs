using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions.Remotes;
using MlOps.Build.Sources.Resilience;

namespace MlOps.Build.Sources.Tests;

/// <summary>A web server that refuses, breaks off, lies or says nothing: what is asked again, what is kept, what is thrown away.</summary>
public sealed class HttpRemoteTests
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7))];

    [Fact]
    public async Task Content_is_fetched_and_verified()
    {
        using var server = new FakeServer((request, _) => FakeAnswer.Ranged(request, Content));
        using var download = new Download();
        (await download.FetchAsync(server.Url + "/a b/ü", Content, Content.Length)).ShouldNotBeNull().Bytes.ShouldBe(Content.Length);
        File.ReadAllBytes(download.Target).ShouldBe(Content);
        download.Files.ShouldBe(["x.csv"]);
        server.Requests.Single().Path.ShouldBe("/a%20b/%C3%BC/x.csv");
    }

    [Theory]
    [InlineData(401, VersionCodes.RemoteForbidden)]
    [InlineData(403, VersionCodes.RemoteForbidden)]
    [InlineData(404, VersionCodes.RemoteNotFound)]
    [InlineData(410, VersionCodes.RemoteNotFound)]
    [InlineData(400, VersionCodes.RemoteUnavailable)]
    public async Task An_answer_that_stays_the_same_is_not_asked_for_again(int status, string code)
    {
        using var server = new FakeServer((_, _) => new FakeAnswer(status, []));
        using var download = new Download();
        (await download.FetchAsync(server.Url, Content)).ShouldBeNull();
        download.Faults.Single().Code.ShouldBe(code);
        server.Requests.Count.ShouldBe(1);
        download.Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(408)]
    public async Task A_server_that_is_busy_is_asked_again(int status)
    {
        using var server = new FakeServer((request, number) => number < 3 ? new FakeAnswer(status, [], "Retry-After: 3600")
            : FakeAnswer.Ranged(request, Content));
        using var download = new Download();
        (await download.FetchAsync(server.Url, Content)).ShouldNotBeNull();
        server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_server_that_stays_broken_is_asked_six_times_and_no_more()
    {
        using var server = new FakeServer((_, _) => new FakeAnswer(500, []));
        using var download = new Download();
        (await download.FetchAsync(server.Url, Content)).ShouldBeNull();
        server.Requests.Count.ShouldBe(6);
        download.Faults.Single().Code.ShouldBe(VersionCodes.RemoteUnavailable);
        download.Faults.Single().Message.ShouldContain("answered 500, in 6 tries");
    }

    [Fact]
    public async Task A_broken_connection_is_taken_up_where_it_broke()
    {
        using var server = new FakeServer((request, number) => FakeAnswer.Ranged(request, Content) with { CutAfter = number < 4 ? 50_000 : null });
        using var download = new Download();
        (await download.FetchAsync(server.Url, Content, Content.Length)).ShouldNotBeNull();
        server.Requests.Select(request => request.From).ShouldBe([null, 50_000, 100_000, 150_000]);
    }

    [Fact]
    public async Task A_server_that_cannot_begin_elsewhere_is_skipped_to_the_break()
    {
        using var server = new FakeServer((_, number) => new FakeAnswer(200, Content) { CutAfter = number < 3 ? 90_000 * number : null });
        using var download = new Download();
        (await download.FetchAsync(server.Url, Content, Content.Length)).ShouldNotBeNull();
        File.ReadAllBytes(download.Target).ShouldBe(Content);
    }

    [Fact]
    public async Task What_came_before_a_server_died_is_kept_and_continued_by_the_next_run()
    {
        using var download = new Download();
        using (var server = new FakeServer((request, number) => number == 1 ? FakeAnswer.Ranged(request, Content) with { CutAfter = 120_000 }
            : new FakeAnswer(500, [])))
        {
            (await download.FetchAsync(server.Url, Content)).ShouldBeNull();
        }

        new FileInfo(download.Part).Length.ShouldBe(120_000);

        using var mended = new FakeServer((request, _) => FakeAnswer.Ranged(request, Content));
        (await download.FetchAsync(mended.Url, Content)).ShouldNotBeNull();
        mended.Requests.Single().From.ShouldBe(120_000);
        download.Files.ShouldBe(["x.csv"]);
    }

    [Fact]
    public async Task A_part_of_another_content_is_begun_anew()
    {
        using var server = new FakeServer((request, _) => FakeAnswer.Ranged(request, Content));
        using var download = new Download();
        File.WriteAllBytes(download.Part, new byte[1000]);
        (await download.FetchAsync(server.Url, Content)).ShouldNotBeNull();
        server.Requests.Select(request => request.From).ShouldBe([1000, null]);
        File.ReadAllBytes(download.Target).ShouldBe(Content);
    }

    [Fact]
    public async Task A_part_that_is_whole_needs_no_byte_more()
    {
        using var server = new FakeServer((request, _) => FakeAnswer.Ranged(request, Content));
        using var download = new Download();
        File.WriteAllBytes(download.Part, Content);
        (await download.FetchAsync(server.Url, Content, Content.Length)).ShouldNotBeNull();
        download.Files.ShouldBe(["x.csv"]);
    }

    [Fact]
    public async Task A_link_in_place_of_a_part_is_not_written_through()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights on Windows.");
        using var server = new FakeServer((request, _) => FakeAnswer.Ranged(request, Content));
        using var download = new Download();
        File.WriteAllText(download["precious"], "");
        File.CreateSymbolicLink(download.Part, download["precious"]);
        (await download.FetchAsync(server.Url, Content)).ShouldNotBeNull();
        new FileInfo(download["precious"]).Length.ShouldBe(0);
        new FileInfo(download.Target).LinkTarget.ShouldBeNull();
    }

    [Fact]
    public async Task A_wrong_hash_is_an_error_and_the_file_is_thrown_away()
    {
        using var server = new FakeServer((request, _) => FakeAnswer.Ranged(request, [.. Content.Reverse()]));
        using var download = new Download();
        File.WriteAllText(download.Target, "older");
        (await download.FetchAsync(server.Url, Content)).ShouldBeNull();
        download.Faults.Single().Code.ShouldBe(VersionCodes.HashMismatch);
        download.Files.ShouldBe(["x.csv"]);
        File.ReadAllText(download.Target).ShouldBe("older");
    }

    [Fact]
    public async Task A_wrong_size_stops_the_transfer()
    {
        using var server = new FakeServer((request, _) => FakeAnswer.Ranged(request, Content));
        using var download = new Download();
        (await download.FetchAsync(server.Url, Content, 10)).ShouldBeNull();
        download.Faults.Single().Code.ShouldBe(VersionCodes.WrongSize);
        download.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_object_that_changes_during_the_transfer_is_an_error()
    {
        using var server = new FakeServer((request, number) => FakeAnswer.Ranged(request, Content, $"\"{number}\"") with { CutAfter = 100 });
        using var download = new Download();
        (await download.FetchAsync(server.Url, Content)).ShouldBeNull();
        download.Faults.Single().Message.ShouldContain("changed while it was fetched");
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up()
    {
        using var server = new FakeServer((request, _) => FakeAnswer.Ranged(request, Content) with { IsSilent = true });
        using var download = new Download
        {
            Settings = new RetrySettings
            {
                Attempts = 1,
                Delay = TimeSpan.Zero,
                LongestDelay = TimeSpan.Zero,
                Silence = TimeSpan.FromMilliseconds(50),
            },
        };
        (await download.FetchAsync(server.Url, Content)).ShouldBeNull();
        download.Faults.Single().Code.ShouldBe(VersionCodes.RemoteUnavailable);
    }

    [Fact]
    public async Task A_server_that_drips_is_given_up_after_some_tries()
    {
        var large = new byte[1 << 20];
        using var server = new FakeServer((request, _) => FakeAnswer.Ranged(request, large));
        using var download = new Download
        {
            Settings = new RetrySettings { Attempts = 2, Delay = TimeSpan.Zero, LongestDelay = TimeSpan.Zero, LeastBytes = int.MaxValue, Clock = new HastyClock() },
        };
        (await download.FetchAsync(server.Url, large)).ShouldBeNull();
        server.Requests.Count.ShouldBe(3);
        download.Faults.Single().Message.ShouldContain("sent fewer than 2147483647 bytes in 60 s, time 3. Try again later; what has come is kept.");
    }

    [Fact]
    public async Task A_slow_server_that_keeps_the_pace_is_waited_for()
    {
        var large = new byte[1 << 20];
        using var server = new FakeServer((request, _) => FakeAnswer.Ranged(request, large));
        using var download = new Download { Settings = new RetrySettings { LeastBytes = 1, Clock = new HastyClock() } };
        (await download.FetchAsync(server.Url, large)).ShouldNotBeNull().Bytes.ShouldBe(large.Length);
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_connection_that_breaks_again_and_again_is_given_up_although_something_comes()
    {
        using var server = new FakeServer((request, _) => FakeAnswer.Ranged(request, Content) with { CutAfter = 1 });
        using var download = new Download { Settings = new RetrySettings { Delay = TimeSpan.Zero, LongestDelay = TimeSpan.Zero, Breaks = 10 } };
        (await download.FetchAsync(server.Url, Content)).ShouldBeNull();
        server.Requests.Count.ShouldBe(11);
    }

    [Fact]
    public async Task Two_pulls_at_once_do_not_disturb_each_other()
    {
        using var server = new FakeServer((request, _) => FakeAnswer.Ranged(request, Content));
        using var download = new Download();
        var both = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => download.FetchAsync(server.Url, Content, Content.Length))));
        both.ShouldAllBe(content => content != null);
        File.ReadAllBytes(download.Target).ShouldBe(Content);
        download.Files.ShouldBe(["x.csv"]);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_an_error()
    {
        string url;
        using (var server = new FakeServer((_, _) => new FakeAnswer(200, [])))
            url = server.Url;
        using var download = new Download();
        (await download.FetchAsync(url, Content)).ShouldBeNull();
        download.Faults.Single().Message.ShouldContain("cannot be reached (ConnectionError)");
    }

    [Fact]
    public async Task A_token_goes_to_its_host_and_stands_in_no_message()
    {
        using var server = new FakeServer((request, _) =>
            new FakeAnswer(request.Headers.GetValueOrDefault("authorization") == "Bearer hunter2" ? 403 : 500, []));
        using var download = new Download();
        download.Variables["MLOPS_HTTP_TOKEN_127_0_0_1"] = "hunter2";
        await download.FetchAsync(server.Url + "/?sig=secret", Content);
        download.Faults.Single().Code.ShouldBe(VersionCodes.RemoteForbidden);
        download.Faults.Single().Message.ShouldNotContain("hunter2");
        download.Faults.Single().Message.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_file_is_sent_as_DVC_sends_it()
    {
        using var server = new FakeServer((_, number) => new FakeAnswer(number == 1 ? 500 : 201, []));
        using var download = new Download();
        File.WriteAllBytes(download.Target, Content);
        await download.Open(server.Url).PutAsync("files/md5/ab/c", download.Target, TestContext.Current.CancellationToken);
        server.Requests.Select(request => request.Method).ShouldBe(["POST", "POST"]);
        server.Requests[1].Body.ShouldBe(Content);
    }

    [Theory]
    [InlineData("ssh://host/path")]
    [InlineData("http://user:password@host/path")]
    [InlineData("nothing://")]
    public void An_address_of_no_known_kind_is_refused(string url)
    {
        using var download = new Download();
        Should.Throw<RemoteException>(() => download.Open(url)).Failure.ShouldBe(RemoteFailure.Unsupported);
    }

    // A minute passes each time it is looked at.
    private sealed class HastyClock : TimeProvider
    {
        private long _minutes;

        public override long GetTimestamp() => TimestampFrequency * 60 * Interlocked.Increment(ref _minutes);
    }
}
