using System.Diagnostics;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary>The same request gives the same bytes, whatever the threads and the processor.</summary>
public sealed class SameBitsTests
{
    private const string OutputVariable = "MLOPS_TEST_MODEL_HASHES";

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Models_are_equal_byte_for_byte_with_more_threads(int threads) => ModelBytes.Of(threads).ShouldBe(ModelBytes.Of(1));

    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Models_are_equal_byte_for_byte_without_some_instructions(string variable)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("mlops-").FullName, "hashes.txt");
        try
        {
            var start = new ProcessStartInfo(DotNet) { RedirectStandardOutput = true };
            string[] arguments = [typeof(SameBitsTests).Assembly.Location, "-explicit", "only", "-method", $"*.{nameof(Write_hashes)}"];
            foreach (var argument in arguments)
                start.ArgumentList.Add(argument);
            start.Environment[variable] = "0";
            start.Environment[OutputVariable] = file;
            using var child = Process.Start(start)!;
            var output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
            child.ExitCode.ShouldBe(0, output);
            (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe(ModelBytes.Of(1));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, true);
        }
    }

    // Not a test of its own: what the child process of the test above runs.
    [Fact(Explicit = true)]
    public void Write_hashes()
    {
        if (Environment.GetEnvironmentVariable(OutputVariable) is { Length: > 0 } file)
            File.WriteAllText(file, ModelBytes.Of(2));
    }

    private static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
}
