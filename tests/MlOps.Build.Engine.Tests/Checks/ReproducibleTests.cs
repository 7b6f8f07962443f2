using System.Diagnostics;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines;

namespace MlOps.Build.Engine.Tests.Checks;

public sealed class ReproducibleTests
{
    [Fact]
    public void Training_again_in_other_processes_gives_the_same_bytes()
    {
        using var model = Trained();
        var findings = Verify(model);
        findings.Select(finding => finding.ToString()).ShouldBe(
        [
            "info MLOPS3018: training again with one thread gives the same bytes.",
            "info MLOPS3018: training again with two threads gives the same bytes.",
            "info MLOPS3018: training again with two threads without AVX-512 gives the same bytes.",
            "info MLOPS3018: training again with two threads without AVX2 gives the same bytes.",
            "info MLOPS3018: training again with two threads without vector instructions gives the same bytes.",
        ]);
    }

    [Fact]
    public void A_model_with_other_bytes_is_an_error_that_names_the_first_of_them()
    {
        using var model = Trained();
        var head = model.File("obj/mlops/train/head.onnx");
        var bytes = File.ReadAllBytes(head);
        bytes[1234] ^= 1;
        File.WriteAllBytes(head, bytes);
        var findings = Verify(model);
        findings.ShouldAllBe(finding => finding.Code == TrainingCodes.NotReproducible && finding.Severity == DiagnosticSeverity.Error);
        findings[0].Message.ShouldStartWith("training again with one thread gives another model: byte 1234 of it is the first that differs.");
    }

    [Fact]
    public void A_training_that_gives_no_second_model_is_an_error_that_says_why()
    {
        using var model = Trained();
        model.Write("training-config.yaml", TinyModel.Configuration + "trainer: gradient\n");
        var finding = Verify(model)[0];
        finding.Code.ShouldBe(TrainingCodes.TrainedAgain);
        finding.Severity.ShouldBe(DiagnosticSeverity.Error);
        finding.Message.ShouldContain("unknown trainer 'gradient'");
    }

    [Fact]
    public void The_receipt_of_a_training_says_what_it_was_made_with_and_on()
    {
        using var model = new TinyModel();
        Git(model, "init", "--quiet");
        Git(model, "add", "data.csv", "training-config.yaml");
        Git(model, "-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "--quiet", "-m", "First");
        model.Write("training-config.yaml", TinyModel.Configuration + "seed: 9\n");
        model.RunTo(StageNames.Train, model.Project with { Threads = 2 }).Succeeded.ShouldBeTrue();
        var origin = ReceiptFile.Read(model.File("obj/mlops/train/receipt.json"))!.Origin.ShouldNotBeNull();
        (origin.Seed, origin.Threads, origin.HasChanges).ShouldBe((9, 2, true));
        origin.Commit.ShouldBe(Git(model, "rev-parse", "HEAD"));
        origin.Configuration.ShouldBe(ContentHash.OfFile(model.File("training-config.yaml")));
        origin.Data.ShouldHaveSingleItem().Sha256.ShouldBe(ContentHash.OfFile(model.File("data.csv")));
        origin.Framework.ShouldStartWith(".NET 10.");
        ReceiptFile.Read(model.File("obj/mlops/split/receipt.json"))!.Origin.ShouldBeNull();
    }

    private static TinyModel Trained()
    {
        var model = new TinyModel();
        model.RunTo(StageNames.Train).Succeeded.ShouldBeTrue();
        return model;
    }

    private static List<Diagnostic> Verify(TinyModel model) =>
        [.. new ModelPipeline(model.Project).VerifyReproducible(null, TestContext.Current.CancellationToken)];

    private static string Git(TinyModel model, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = Path.GetDirectoryName(model.File("data.csv")),
            RedirectStandardOutput = true,
        })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
        return output.Trim();
    }
}
