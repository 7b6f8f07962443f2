using System.Text;

namespace MlOps.Build.Sources.Tests;

/// <summary>What a fake server sends back.</summary>
internal sealed record FakeAnswer(int Status, byte[] Body, params string[] Headers)
{
    /// <summary>Bytes of the body after which the connection breaks; null sends all.</summary>
    public int? CutAfter { get; init; }

    /// <summary>True to say nothing more after the head.</summary>
    public bool IsSilent { get; init; }

    /// <summary>The whole body, or the part that was asked for.</summary>
    public static FakeAnswer Ranged(FakeRequest request, byte[] body, string tag = "\"1\"")
    {
        if (request.From is not { } from)
            return new FakeAnswer(200, body, $"ETag: {tag}");
        return from >= body.Length
            ? new FakeAnswer(416, [], $"Content-Range: bytes */{body.Length}")
            : new FakeAnswer(206, body[from..], $"ETag: {tag}", $"Content-Range: bytes {from}-{body.Length - 1}/{body.Length}");
    }

    public byte[] Head() => Encoding.ASCII.GetBytes(
        $"HTTP/1.1 {Status} Fake\r\nContent-Length: {Body.Length}\r\nConnection: "
            + $"close\r\n{string.Concat(Headers.Select(header => header + "\r\n"))}\r\n");
}
