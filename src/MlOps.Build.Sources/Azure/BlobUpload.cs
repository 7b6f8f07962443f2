using System.Globalization;
using System.Text;
using Azure.Core;
using Microsoft.Win32.SafeHandles;

namespace MlOps.Build.Sources.Azure;

/// <summary>Puts a file into a blob: a small one at once, a large one by blocks that become the blob with the last request.</summary>
internal sealed class BlobUpload(BlobRequests requests, Func<Func<HttpMessage>, CancellationToken, Task> send)
{
    // A blob has at most 50,000 blocks.
    private const int Block = 8 << 20;
    private const int MostBlocks = 50_000;

    public async Task RunAsync(string path, string file, CancellationToken cancellationToken)
    {
        using var handle = File.OpenHandle(file, options: FileOptions.Asynchronous);
        var length = RandomAccess.GetLength(handle);
        var block = (int)Math.Max(Block, (length + MostBlocks - 1) / MostBlocks);
        if (length <= block)
        {
            var bytes = await ReadAsync(handle, 0, (int)length, cancellationToken).ConfigureAwait(false);
            await send(() => Whole(path, bytes), cancellationToken).ConfigureAwait(false);
            return;
        }

        var names = new List<string>();
        for (long offset = 0; offset < length; offset += block)
        {
            var bytes = await ReadAsync(handle, offset, (int)Math.Min(block, length - offset), cancellationToken).ConfigureAwait(false);
            var name = Convert.ToBase64String(Encoding.ASCII.GetBytes(names.Count.ToString("D6", CultureInfo.InvariantCulture)));
            await send(() => Part(path, name, bytes), cancellationToken).ConfigureAwait(false);
            names.Add(name);
        }

        var items = string.Concat(names.Select(name => $"<Latest>{name}</Latest>"));
        var list = Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>{items}</BlockList>");
        await send(() => With(requests.Blob(RequestMethod.Put, path, "comp=blocklist"), list), cancellationToken).ConfigureAwait(false);
    }

    private HttpMessage Whole(string path, byte[] bytes)
    {
        var message = With(requests.Blob(RequestMethod.Put, path), bytes);
        message.Request.Headers.Add("x-ms-blob-type", "BlockBlob");
        return message;
    }

    private HttpMessage Part(string path, string name, byte[] bytes) =>
        With(requests.Blob(RequestMethod.Put, path, $"comp=block&blockid={Uri.EscapeDataString(name)}"), bytes);

    private static HttpMessage With(HttpMessage message, byte[] bytes)
    {
        message.Request.Content = RequestContent.Create(bytes);
        return message;
    }

    private static async Task<byte[]> ReadAsync(SafeFileHandle file, long offset, int length, CancellationToken cancellationToken)
    {
        var bytes = new byte[length];
        var filled = 0;
        int count;
        do
        {
            count = await RandomAccess.ReadAsync(file, bytes.AsMemory(filled), offset + filled, cancellationToken).ConfigureAwait(false);
            filled += count;
        }
        while (count > 0 && filled < length);
        return filled == length ? bytes : throw new IOException("The file became shorter while it was pushed.");
    }
}
