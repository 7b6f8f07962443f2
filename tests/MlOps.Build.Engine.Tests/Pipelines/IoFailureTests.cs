using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Pipelines.Stages;

namespace MlOps.Build.Engine.Tests.Pipelines;

/// <summary>What exceptions of the file system are called.</summary>
public sealed class IoFailureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_data_file_that_shrank_is_named_and_the_build_tried_again() =>
        Say(new ShortenedFileException("data.csv")).ShouldBe("error MLOPS1023: 'data.csv' became shorter while it was read. Try again when nothing writes to it.");

    [Fact]
    public void A_file_of_the_build_that_is_cut_is_no_data_file_that_shrank()
    {
        File.WriteAllBytes(_folder.File("matrix"), [1, 0, 0]);
        Say(Should.Throw<EndOfStreamException>(() => MatrixFile.Read(_folder.File("matrix"))))
            .ShouldBe("error MLOPS0204: a file needed for the outputs of stage 'train' ends too early. Build again; if it stays, remove '/project/obj/mlops'.");
    }

    [Theory]
    [InlineData("It is in use")]
    [InlineData("It is in use.")]
    public void A_message_ends_in_one_period_whether_the_system_wrote_one_or_not(string message) =>
        Say(new IOException(message)).ShouldBe("error MLOPS0202: cannot write the outputs of stage 'train' to '/project/obj/mlops': It is in use. Remove what is in the way, or name another folder.");

    [Fact]
    public void A_write_that_failed_elsewhere_names_its_own_folder() =>
        Say(new FailedWriteException("/tmp", new IOException("no", 28)) { What = "the unpacked 'a.gz'" })
            .ShouldStartWith("error MLOPS0201: cannot write the unpacked 'a.gz' to '/tmp': no space is left there.");

    private static string Say(Exception exception)
    {
        IoFailure.Knows(exception).ShouldBeTrue();
        var finding = IoFailure.Describe(exception, "the outputs of stage 'train'", "/project/obj/mlops");
        finding.Severity.ShouldBe(DiagnosticSeverity.Error);
        return finding.ToString();
    }
}
