using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace MlOps.Build.Engine.Training.Commands;

/// <summary>A program that is started, listened to and waited for.</summary>
internal sealed record ProgramRun
{
    // A program may leave another one behind that holds its output open: what has been said by then is enough.
    private static readonly TimeSpan LongestEcho = TimeSpan.FromSeconds(5);

    /// <summary>The program's file.</summary>
    public required string Program { get; init; }

    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>The folder that it runs in.</summary>
    public required string Folder { get; init; }

    /// <summary>Variables of its environment beside those of the build.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>When it is ended, with all programs that it started.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Told of each line of its output, on another thread.</summary>
    public required Action<string> Heard { get; init; }

    /// <summary>Starts it and waits.</summary>
    /// <exception cref="Win32Exception">It cannot be started.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the program and those that it started were ended.</exception>
    public ProgramEnd Run(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (outputs, errors) = (new LastLines(), new LastLines());
        using var process = Process.Start(StartInfo())!;
        process.StandardInput.Close();
        var (gate, over) = (new Lock(), false);
        var echo = Task.WhenAll(
            Listen(process.StandardOutput, While(line =>
            {
                outputs.Add(line);
                Heard(line);
            })),
            Listen(process.StandardError, While(errors.Add)));
        int? exitCode;
        try
        {
            exitCode = Wait(process, echo, cancellationToken);
        }
        finally
        {
            lock (gate)
                over = true;
        }

        return new ProgramEnd(exitCode, errors.ToString() is { Length: > 0 } said ? said : outputs.ToString());

        // What a program left behind may still speak; nobody listens any more.
        Action<string> While(Action<string> add) => line =>
        {
            lock (gate)
            {
                if (!over)
                    add(line);
            }
        };
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(Program, Arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Folder,
        };
        // What instruments the build must not instrument what it starts.
        start.Environment.Remove("DOTNET_STARTUP_HOOKS");
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;
        return start;
    }

    private int? Wait(Process process, Task echo, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Timeout);
        try
        {
            process.WaitForExitAsync(timeout.Token).GetAwaiter().GetResult();
            echo.Wait(LongestEcho, CancellationToken.None);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            Kill(process);
            echo.Wait(LongestEcho, CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is AggregateException or Win32Exception or InvalidOperationException)
        {
            // Another user's, or gone already: nothing more can be done.
        }
    }

    // A thread of its own: the pool's may all be at work.
    private static Task Listen(StreamReader reader, Action<string> heard) => Task.Factory.StartNew(
        () =>
        {
            var lines = new LineCutter(heard);
            Span<char> buffer = stackalloc char[1024];
            try
            {
                while (reader.Read(buffer) is > 0 and var read)
                    lines.Add(buffer[..read]);
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException)
            {
                // The pipe was closed from this side, because the program's heirs did not.
            }

            lines.End();
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);
}
