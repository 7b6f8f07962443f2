using System.Net;
using System.Net.Sockets;

namespace MlOps.Build.Databases.Tests;

/// <summary>A way to a server that breaks once so many bytes have come back.</summary>
internal sealed class BreakingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();

    public BreakingProxy(int server, int bytes)
    {
        _listener.Start();
        _ = ServeAsync(server, bytes);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections { get; private set; }

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync(int server, int bytes)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                Connections++;
                using var target = new TcpClient();
                await target.ConnectAsync(IPAddress.Loopback, server, _end.Token);
                var there = client.GetStream().CopyToAsync(target.GetStream(), _end.Token);
                await CopyAsync(target.GetStream(), client.GetStream(), bytes);
                client.Client.Close(0);
                await there.ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException or IOException)
        {
            // The test is over.
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, int bytes)
    {
        var buffer = new byte[4096];
        for (var left = bytes; left > 0;)
        {
            var count = await from.ReadAsync(buffer.AsMemory(0, Math.Min(left, buffer.Length)), _end.Token);
            if (count == 0)
                return;
            await to.WriteAsync(buffer.AsMemory(0, count), _end.Token);
            left -= count;
        }
    }
}
