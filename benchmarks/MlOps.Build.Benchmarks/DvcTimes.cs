using System.Diagnostics;
using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions.Dvc;

namespace MlOps.Build.Benchmarks;

/// <summary>Prints how long 10,000 files of 1 KB take to be added, checked out and looked at, in turn with a Python program that hashes and copies
/// them.</summary>
internal static class DvcTimes
{
    private const int Repeats = 5;
    private const int Files = 10_000;
    private const int Bytes = 1024;

    public static void Run(string root)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.WriteLine($"{Files} files of {Bytes} bytes, medians of {Repeats}, milliseconds; {Machine.Description}\n");
        var times = new Dictionary<string, List<double>>();
        for (var i = 0; i < Repeats; i++)
        {
            var folder = Directory.CreateTempSubdirectory("mlops-dvc-").FullName;
            try
            {
                Measure(folder, root, times);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        Console.WriteLine("| what | here | hashlib and shutil, without DVC's own work |");
        Console.WriteLine("|---|--:|--:|");
        foreach (var what in new[] { "add", "checkout", "status" })
        {
            Console.WriteLine($"| {what} | {Median(times, what):F0} | "
                + $"{(times.ContainsKey("python " + what) ? Median(times, "python " + what).ToString("F0") : "")} |");
        }
    }

    private static void Measure(string folder, string root, Dictionary<string, List<double>> times)
    {
        Write(Path.Combine(folder, "data"));
        foreach (var (what, milliseconds) in Python(root, folder))
            Take(times, "python " + what, milliseconds);
        DvcInit.Write(folder);
        Time(times, "add", () => Check(new DvcAdder(Open(folder), Found).Add(Path.Combine(folder, "data"), default) is not null));
        Directory.Delete(Path.Combine(folder, "data"), recursive: true);
        Time(times, "checkout", () =>
        {
            var repository = Open(folder);
            var output = DvcFinder.Outputs(repository, [], Found).Single();
            Check(new DvcCheckout(repository, force: false, Found).Run(output, default) is { Written: Files });
            repository.Memory.Save();
        });
        Time(times, "status", () =>
        {
            var repository = Open(folder);
            Check(DvcStatus.Of(repository, DvcFinder.Outputs(repository, [], Found).Single(), Found, default) is { State: DvcState.Current });
        });
    }

    private static DiagnosticBag Found { get; } = [];

    private static DvcRepository Open(string folder) => DvcRepository.Open(folder, Found)!;

    private static void Check(bool done)
    {
        if (!done)
            throw new InvalidOperationException(string.Join('\n', Found));
    }

    private static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var random = new Random(1);
        var bytes = new byte[Bytes];
        for (var i = 0; i < Files; i++)
        {
            random.NextBytes(bytes);
            File.WriteAllBytes(Path.Combine(folder, $"{i:D5}.bin"), bytes);
        }
    }

    private static void Time(Dictionary<string, List<double>> times, string what, Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        Take(times, what, watch.Elapsed.TotalMilliseconds);
    }

    private static IEnumerable<(string What, double Milliseconds)> Python(string root, string folder)
    {
        var start = new ProcessStartInfo("python3",
            [Path.Combine(root, "benchmarks", "MlOps.Build.Benchmarks", "dvc_copy.py"), folder])
        { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return lines.Select(line => line.Split(' ')).Select(parts => (parts[0], double.Parse(parts[1], CultureInfo.InvariantCulture)));
    }

    private static void Take(Dictionary<string, List<double>> times, string what, double milliseconds)
    {
        if (!times.TryGetValue(what, out var list))
            times[what] = list = [];
        list.Add(milliseconds);
    }

    private static double Median(Dictionary<string, List<double>> times, string what) => times[what].Order().ElementAt(times[what].Count / 2);
}
