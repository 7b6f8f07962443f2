using System.Diagnostics;

namespace MlOps.Build.Tests.Packages;

/// <summary>Applications that require something of the packed model, with a really signed package; the certificate is made for the test.</summary>
[Collection(nameof(PackedModel))]
public sealed class RequirementTests(PackedModel packed)
{
    private const string Kit = "<PackageReference Include=\"MlOps.Build\" Version=\"0.1.0\" PrivateAssets=\"all\" />";

    [Fact]
    public void An_application_builds_only_with_what_it_requires_and_restores_with_anything()
    {
        Assert.SkipUnless(HasOpenSsl(), "openssl is absent, which makes the certificate.");
        var package = packed.Pack("attested", properties: "<MlOpsModelVersion>1.5.0</MlOpsModelVersion><MlOpsCommit>1d2e3f4</MlOpsCommit><MlOpsPrerelease>beta.3</MlOpsPrerelease>");
        Path.GetFileName(package).ShouldBe("Parcels.1.5.0-beta.3.nupkg");
        File.Exists(package + ".intoto.json").ShouldBeTrue();
        File.Copy(package, Path.Combine(packed.Feed, Path.GetFileName(package)));

        // The package is of known origin and passed, and nobody has signed it.
        var unsigned = Application("unsigned", "1.5.0-beta.3");
        PackedModel.Run(unsigned, "restore");
        Build(unsigned, "Verdict;Provenance").ShouldSucceed();
        Build(unsigned, "Signed").Output.ShouldContain("error MLOPS5070: the model package 'Parcels 1.5.0-beta.3' carries no signature that holds here: NU3004");
        Build(unsigned, "Singed").Output.ShouldContain("error MLOPS5073");

        // The first version was packed where nobody told the build about itself.
        Build(Application("unknown", packed.Version), "Verdict;Provenance").Output.ShouldContain("error MLOPS5072: the model package 'Parcels ");

        var (signed, fingerprint) = Sign(packed.Pack("signed", properties: "<MlOpsModelVersion>1.6.0</MlOpsModelVersion><MlOpsPrerelease>beta.3</MlOpsPrerelease>"));
        File.Copy(signed, Path.Combine(packed.Feed, Path.GetFileName(signed)));
        var application = Application("trusting", "1.6.0-beta.3");
        Build(application, "Signed;Verdict").Output.ShouldContain("error MLOPS5070");
        var config = Path.Combine(Path.GetDirectoryName(application)!, "nuget.config");
        File.WriteAllText(config, File.ReadAllText(config).Replace("</configuration>", $"""
            <trustedSigners><author name="models"><certificate fingerprint="{fingerprint}" hashAlgorithm="SHA256" allowUntrustedRoot="true" /></author></trustedSigners>
            </configuration>
            """, StringComparison.Ordinal));
        Build(application, "Signed;Verdict").ShouldSucceed();
        PackedModel.Run(application, "run", "--no-build", "-p:MlOpsRequire=Signed").Output.ShouldContain("self-test True, True");
    }

    private string Application(string name, string version)
    {
        var folder = packed.WriteApplication(name, ApplicationTests.Program, Kit, version);
        var project = Path.Combine(folder, "App.csproj");
        File.WriteAllText(project, File.ReadAllText(project).Replace("<OutputType>", "<MlOpsMode>skip</MlOpsMode><OutputType>", StringComparison.Ordinal));
        return folder;
    }

    private static BuildRun Build(string folder, string required) =>
        PackedModel.TryRun(folder, "build", "-tl:off", $"-p:MlOpsRequire={required.Replace(";", "%3B", StringComparison.Ordinal)}");

    private static (string Package, string Fingerprint) Sign(string package)
    {
        var folder = Path.GetDirectoryName(package)!;
        File.WriteAllText(Path.Combine(folder, "certificate.cnf"), """
            [req]
            distinguished_name = name
            x509_extensions = extensions
            prompt = no
            [name]
            CN = Model signing test
            [extensions]
            keyUsage = critical, digitalSignature
            extendedKeyUsage = codeSigning
            basicConstraints = critical, CA:false
            """);
        OpenSsl(folder, "req", "-x509", "-newkey", "rsa:2048", "-sha256", "-nodes", "-days", "3650", "-config", "certificate.cnf", "-keyout", "key.pem", "-out", "certificate.pem");
        OpenSsl(folder, "pkcs12", "-export", "-inkey", "key.pem", "-in", "certificate.pem", "-out", "certificate.pfx", "-passout", "pass:test");
        var fingerprint = OpenSsl(folder, "x509", "-in", "certificate.pem", "-noout", "-fingerprint", "-sha256").Split('=')[1].Trim().Replace(":", "", StringComparison.Ordinal);
        PackedModel.Run(folder, "nuget", "sign", package, "--certificate-path", "certificate.pfx", "--certificate-password", "test", "-o", "signed");
        return (Path.Combine(folder, "signed", Path.GetFileName(package)), fingerprint);
    }

    private static bool HasOpenSsl()
    {
        try
        {
            return OpenSsl(Path.GetTempPath(), "version").Length > 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string OpenSsl(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(errors.Result);
    }
}
