using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Tests.Pipelines;

public sealed class ReceiptFileTests : IDisposable
{
    private const string Sound =
        """
        {"stage":"copy","key":"k","headline":"h","outputs":[{"path":"a/b.txt","sha256":"HASH","bytes":1}],"diagnostics":[]}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sound_receipt_is_read() => Read(Sound).ShouldNotBeNull().Outputs.ShouldHaveSingleItem().Path.ShouldBe("a/b.txt");

    [Theory]
    [InlineData("\"k\"", "null")]
    [InlineData("\"h\"", "null")]
    [InlineData("[{\"path\":\"a/b.txt\",\"sha256\":\"HASH\",\"bytes\":1}]", "null")]
    [InlineData("{\"path\":\"a/b.txt\",\"sha256\":\"HASH\",\"bytes\":1}", "null")]
    [InlineData("\"a/b.txt\"", "null")]
    [InlineData("\"a/b.txt\"", "\"\"")]
    [InlineData("\"a/b.txt\"", "\"../b.txt\"")]
    [InlineData("\"a/b.txt\"", "\"a\\\\..\\\\..\\\\b.txt\"")]
    [InlineData("\"a/b.txt\"", "\"/b.txt\"")]
    [InlineData("\"a/b.txt\"", "\"a\\u0000b\"")]
    [InlineData("HASH", "../../x")]
    [InlineData("\"diagnostics\":[]", "\"diagnostics\":null")]
    public void A_receipt_edited_by_hand_is_none(string part, string edited) => Read(Sound.Replace(part, edited, StringComparison.Ordinal)).ShouldBeNull();

    private Receipt? Read(string text) =>
        ReceiptFile.Read(_folder.Write("receipt.json", text.Replace("HASH", new string('a', 64), StringComparison.Ordinal)));
}
