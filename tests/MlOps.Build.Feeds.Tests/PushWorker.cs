using MlOps.Build.Engine.Registry.Feeds;

namespace MlOps.Build.Feeds.Tests;

/// <summary>What the processes do that other tests start; by itself it is not run.</summary>
public sealed class PushWorker
{
    public const string Id = "Bird.Strikes";

    public static readonly IReadOnlyList<string> Spellings = ["{0}.0.0", "{0}.0", "{0}.0.0.0", "{0}.0.0+by.{1}"];

    /// <summary>Pushes many versions at once, each as bytes of its own, and writes down what became of each.</summary>
    [Fact(Explicit = true)]
    public async Task Push()
    {
        var (folder, worker) = (Variable("FOLDER"), Variable("NUMBER"));
        await Parallel.ForAsync(1, int.Parse(Variable("COUNT")) + 1, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, token) =>
        {
            var version = string.Format(Spellings[(number + worker[0]) % Spellings.Count], number, worker);
            var id = worker[0] % 2 == 0 ? Id : Id.ToLowerInvariant();
            // Every third version is the same in all processes.
            var file = number % 3 == 0
                ? TestPackage.Write($"{Variable("OUT")}.{number}.nupkg", Id, $"{number}.0.0", "same")
                : TestPackage.Write($"{Variable("OUT")}.{number}.nupkg", id, version, worker);
            var outcome = await new FolderFeed(folder).PushAsync(file, Id, version, token);
            lock (this)
                File.AppendAllText(Variable("OUT"), $"{number} {outcome} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}\n");
        });
    }

    private static string Variable(string name) => Environment.GetEnvironmentVariable("MLOPS_TEST_" + name)!;
}
