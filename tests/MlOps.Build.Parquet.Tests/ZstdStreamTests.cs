using System.Globalization;
using System.Security.Cryptography;
using MlOps.Build.Parquet.Tests.Fuzzing;

namespace MlOps.Build.Parquet.Tests;

/// <summary>Zstandard as a stream: files that the zstd tool packed, against what sha256sum says of their texts; see Zstd/make_zstd.sh.</summary>
public sealed class ZstdStreamTests
{
    private const int MostUnpacked = 1 << 24;

    public static TheoryData<string, string> Files => [.. File.ReadAllLines(PathOf("SHA256SUMS"))
        .Select(line => line.Split("  ")).Select(parts => (parts[1], parts[0]))];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_of_the_zstd_tool_unpacks_to_its_text(string file, string sha256) =>
        Sha256(new MemoryStream(File.ReadAllBytes(PathOf(file))), 1 << 16).ShouldBe(sha256);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_003)]
    public void Small_reads_and_a_stream_that_gives_little_at_a_time_change_nothing(int size)
    {
        var expected = Sha256(File.OpenRead(PathOf("frames.zst")), 1 << 20);
        Sha256(new Dribble(File.ReadAllBytes(PathOf("frames.zst")), size), size).ShouldBe(expected);
    }

    [Fact]
    public void A_file_that_is_cut_off_anywhere_is_noticed()
    {
        foreach (var file in (string[])["level-1.zst", "window-16k.zst", "unchecked.zst", "nothing.zst", "repeated-byte.zst"])
        {
            var whole = File.ReadAllBytes(PathOf(file));
            for (var length = whole.Length - 1; length >= 0; length -= length > whole.Length - 20 || length < 20 ? 1 : 331)
                Should.Throw<InvalidDataException>(() => Unpack(whole[..length]), $"{file} cut to {length}").Message.ShouldStartWith("byte ");
        }
    }

    [Fact]
    public void A_byte_after_the_end_is_noticed()
    {
        byte[] longer = [.. File.ReadAllBytes(PathOf("level-1.zst")), 0];
        Should.Throw<InvalidDataException>(() => Unpack(longer)).Message.ShouldContain("cut off");
    }

    [Fact]
    public void A_dictionary_that_is_not_at_hand_is_named() =>
        Should.Throw<InvalidDataException>(() => Unpack(File.ReadAllBytes(PathOf("refused-dictionary.zst")))).Message
            .ShouldBe("byte 11: it is packed with dictionary 4711, which is not at hand; pack it without '-D'");

    [Fact]
    public void A_window_beyond_the_limit_is_refused_before_memory_is_taken()
    {
        var file = File.ReadAllBytes(PathOf("refused-window.zst"));
        Should.Throw<InvalidDataException>(() => Unpack(file)).Message
            .ShouldBe("byte 6: it needs a window of 268,435,456 bytes where at most 134,217,729 are allowed; pack it without '--long', or with '--long=27'");
        using var allowed = new ZstdStream(new MemoryStream(file), 1 << 28);
        Unpack(allowed).Length.ShouldBe(Unpack(File.ReadAllBytes(PathOf("long.zst"))).Length / 600);
    }

    // A changed bit may stand in a frame that is skipped, or take the checksum away; what is left unnoticed is then the text itself.
    [Theory]
    [InlineData("level-1.zst")]
    [InlineData("level-19.zst")]
    [InlineData("window-512k.zst")]
    [InlineData("repeated-byte.zst")]
    public void A_changed_bit_is_noticed(string file)
    {
        var whole = File.ReadAllBytes(PathOf(file));
        var text = Unpack(whole);
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var changed = (byte[])whole.Clone();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            if (Outcome(changed) is { } read)
                read.AsSpan().SequenceEqual(text).ShouldBeTrue($"round {round}");
        }
    }

    // MLOPS_FUZZ_SECONDS makes the run as long, MLOPS_FUZZ_SEED starts it elsewhere.
    [Fact]
    public void A_damaged_file_is_refused_or_read_and_never_otherwise()
    {
        var files = Directory.GetFiles(Path.GetDirectoryName(PathOf("x"))!, "*.zst").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        var until = DateTime.UtcNow.AddSeconds(Number("MLOPS_FUZZ_SECONDS") ?? 0);
        var seed = Number("MLOPS_FUZZ_SEED") ?? 1;
        for (var next = seed; next < seed + 1500 || DateTime.UtcNow < until; next++)
        {
            var random = new Random(next);
            var damaged = Mutation.Damage(files[random.Next(files.Count)].ToArray(), files[random.Next(files.Count)], random);
            try
            {
                Outcome(damaged);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"MLOPS_FUZZ_SEED={next}: {exception.GetType().Name}: {exception.Message}", exception);
            }
        }
    }

    private static byte[]? Outcome(byte[] packed)
    {
        try
        {
            return Unpack(packed);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var stream = new ZstdStream(new MemoryStream(packed));
        return Unpack(stream);
    }

    private static byte[] Unpack(ZstdStream stream)
    {
        var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (content.Length < MostUnpacked && stream.Read(buffer) is > 0 and var read)
            content.Write(buffer, 0, read);
        return content.ToArray();
    }

    private static string Sha256(Stream packed, int size)
    {
        using var stream = new ZstdStream(packed);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[size];
        while (stream.Read(buffer) is > 0 and var read)
            hash.AppendData(buffer, 0, read);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Zstd", file);

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;

    private sealed class Dribble(byte[] content, int size) : MemoryStream(content)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, size));
    }
}
