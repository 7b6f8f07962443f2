using System.Text;
using MlOps.Build.Engine.Data.Versions.Dvc;

namespace MlOps.Build.Engine.Tests.Data.Versions.Dvc;

/// <summary>Byte for byte what DVC's own libraries write: dvc_expected.py has the inputs.</summary>
public sealed class DvcFormatTests
{
    [Fact]
    public void Any_name_is_written_as_ruamel_writes_it()
    {
        foreach (var name in ExpectedDvc.List("names"))
            Text("9dd4e461268c8034f5c8564e155c67a6", 1, null, name.Text("name")).ShouldBe(name.Text("text"));
    }

    [Fact]
    public void A_hash_that_looks_like_a_number_is_quoted()
    {
        foreach (var item in ExpectedDvc.List("md5s"))
        {
            var line = item.Text("text").Split('\n')[1];
            var md5 = line["- md5: ".Length..].Trim('\'');
            Text(md5, 7, md5.EndsWith(".dir", StringComparison.Ordinal) ? 3 : null, "x").ShouldBe(item.Text("text"));
        }
    }

    [Fact]
    public void A_directory_is_listed_as_Python_lists_it()
    {
        foreach (var directory in ExpectedDvc.Map("directories"))
        {
            var entries = directory.Value.GetProperty("files").EnumerateObject()
                .Select(file => new DvcEntry(file.Name, DvcDigest.OfBytes(file.Latin1(), legacy: false))).Reverse();
            var bytes = DirectoryObject.Write(entries);
            Encoding.ASCII.GetString(bytes).ShouldBe(directory.Value.Text("json"));
            DvcDigest.OfBytes(bytes, legacy: false).ShouldBe(directory.Value.Text("md5"));
        }
    }

    // The two hashes stand in DVC's own tests (tests/func/test_install.py, tests/func/test_virtual_directory.py).
    [Theory]
    [InlineData("5ea40360f5b4ec688df672a4db9c17d1", "foo", "bar")]
    [InlineData("91aaa9bb58b657d623ef143b195a67e4", "bar")]
    public void A_directory_has_the_hash_that_DVC_gave_it(string expected, params string[] files) =>
        DvcDigest.OfBytes(DirectoryObject.Write(files.Select(Entry)), legacy: false).ShouldBe(expected);

    [Fact]
    public void What_is_written_is_read_back()
    {
        DvcEntry[] entries = [Entry("a"), Entry("b/ü"), Entry("b/🐦\"\\")];
        DirectoryObject.Read(DirectoryObject.Write(entries), out var fault).ShouldBe(entries);
        fault.ShouldBeNull();
    }

    [Fact]
    public void DVC_2_hashed_texts_without_carriage_returns()
    {
        var inputs = new Dictionary<string, byte[]>
        {
            ["text"] = "a\r\nb\r\nc\n"u8.ToArray(),
            ["lone"] = "a\rb\r"u8.ToArray(),
            ["nul"] = "a\0\r\n"u8.ToArray(),
            ["odd"] = [.. Enumerable.Repeat((byte)0xFF, 31), .. Enumerable.Repeat((byte)'x', 69), (byte)'\r', (byte)'\n'],
            ["few"] = [.. Enumerable.Repeat((byte)0xFF, 30), .. Enumerable.Repeat((byte)'x', 69), (byte)'\r', (byte)'\n'],
            ["empty"] = [],
            ["across"] = [.. Enumerable.Repeat((byte)'x', (1 << 20) - 1), .. "\r\ny\r\n"u8],
            ["late"] = [.. Enumerable.Repeat((byte)'x', 1 << 20), .. "\0\r\n"u8],
        };
        foreach (var expected in ExpectedDvc.Map("legacy"))
            DvcDigest.OfBytes(inputs[expected.Name], legacy: true).ShouldBe(expected.Value.GetString(), expected.Name);
    }

    [Theory]
    [InlineData("data.csv", "/data.csv")]
    [InlineData("a[1]*?#!.csv", @"/a\[1\]\*\?\#\!.csv")]
    public void A_name_is_ignored_literally(string name, string line) => GitIgnoreFile.Line(name).ShouldBe(line);

    private static DvcEntry Entry(string name) => new(name, DvcDigest.OfBytes(Encoding.UTF8.GetBytes(name), legacy: false));

    private static string Text(string md5, long bytes, long? files, string name) => DvcFileText.Write(
        new DvcOutput { Path = "", Hash = DvcHash.Parse(md5, legacy: false)!, Bytes = bytes, Files = files, DeclaredIn = "", Position = default },
            name);
}
