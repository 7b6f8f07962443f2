using System.Diagnostics;

namespace MlOps.Build.Engine.Tests.Data.Blocks;

/// <summary>What vectors read is what is read without them: the tests of reading in blocks pass on lesser processors too.</summary>
public sealed class InstructionSetTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Files_read_alike_without_some_instructions(string variable)
    {
        var start = new ProcessStartInfo(DotNet) { RedirectStandardOutput = true };
        string[] arguments =
        [
            typeof(InstructionSetTests).Assembly.Location,
            "-class", typeof(BlockReadingTests).FullName!,
            "-class", typeof(ShortNumberTests).FullName!,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment[variable] = "0";
        using var child = Process.Start(start)!;
        var output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        child.ExitCode.ShouldBe(0, output);
    }

    private static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
}
