using System.ComponentModel;
using System.Diagnostics;

namespace MlOps.Build.Tests.Packages;

/// <summary>A model for .NET Standard, used by a program for .NET Framework. What .NET Standard lacks comes from the machine's own feeds.</summary>
[Collection(nameof(PackedModel))]
public sealed class StandardPackageTests(PackedModel packed) : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("mlops-standard-").FullName;

    // The machine's package cache may hold an older build of the same version.
    private string OwnPackages => $"<RestorePackagesPath>{Path.Combine(_root, "packages")}</RestorePackagesPath>";

    [Fact]
    public void A_program_for_NET_Framework_predicts_with_a_package_that_trained_once_for_two_frameworks()
    {
        Assert.SkipUnless(HasMono(), "Mono is absent: install Debian's mono-devel.");
        var model = packed.WriteModel("standard", properties: "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><TargetFramework />"
            + $"<RestoreAdditionalProjectSources>{packed.Feed}</RestoreAdditionalProjectSources><MlOpsModelVersion>1.4.3</MlOpsModelVersion>{OwnPackages}");
        var folder = Path.Combine(_root, "Parcels");
        Copy(model, folder);
        var pack = PackedModel.Run(folder, "pack", "-o", packed.Feed, "-nodeReuse:false", "-tl:off");
        pack.Output.Split("  train ").Length.ShouldBe(2, "the training is said once");

        var version = Path.GetFileNameWithoutExtension(Directory.GetFiles(packed.Feed, "Parcels.1.4.3*.nupkg").ShouldHaveSingleItem())["Parcels.".Length..];
        var application = Path.Combine(_root, "App");
        Directory.CreateDirectory(application);
        File.WriteAllText(Path.Combine(application, "App.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType><TargetFramework>net472</TargetFramework><LangVersion>latest</LangVersion>
                <ImplicitUsings>enable</ImplicitUsings><RestoreAdditionalProjectSources>{packed.Feed}</RestoreAdditionalProjectSources>{OwnPackages}
              </PropertyGroup>
              <ItemGroup><PackageReference Include="Parcels" Version="[{version}]" /></ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(application, "Program.cs"), ApplicationTests.Program);
        PackedModel.Run(application, "build", "-o", "out", "-nodeReuse:false");
        Start("mono", Path.Combine(application, "out", "App.exe")).ShouldContain("self-test True, True");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(to)!, "Directory.Build.props"), "<Project />");
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private static string Start(params string[] command)
    {
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        Array.ForEach(command[1..], start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors.Result);
        return output;
    }

    private static bool HasMono()
    {
        try
        {
            return Start("mono", "--version").Length > 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
