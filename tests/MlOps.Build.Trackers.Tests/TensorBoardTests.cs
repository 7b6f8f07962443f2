using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Trackers.TensorBoard;

namespace MlOps.Build.Trackers.Tests;

/// <summary>Event files hold what TensorBoard's own reader found in them: see <c>tests/trackers/tensorboard-read.py</c>.</summary>
public sealed class TensorBoardTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlops-tensorboard-").FullName;

    // RFC 3720, B.4: 32 bytes of zeros, and 32 of ones; the mask is that of TFRecord.
    [Theory]
    [InlineData(0x00, 0x8A9136AA)]
    [InlineData(0xFF, 0x62A8AB43)]
    public void Checksums_are_CRC32C(byte value, uint expected)
    {
        var bytes = new byte[32];
        Array.Fill(bytes, value);
        var masked = EventFile.MaskedChecksum(bytes);
        System.Numerics.BitOperations.RotateLeft(masked - 0xA282EAD8, 15).ShouldBe(expected);
    }

    [Fact]
    public void Files_are_byte_for_byte_those_that_TensorBoard_read()
    {
        Write(_folder);

        var files = Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal).ToList();
        var read = Expected().RootElement.GetProperty("files").EnumerateObject().ToDictionary(file => file.Name, file => file.Value.GetString());
        files.ShouldBe(read.Keys.Order(StringComparer.Ordinal));
        foreach (var file in files)
            Convert.ToBase64String(File.ReadAllBytes(Path.Combine(_folder, file))).ShouldBe(read[file], file);
    }

    [Fact]
    public void TensorBoard_read_the_runs_readings()
    {
        var run = Expected().RootElement.GetProperty("runs").GetProperty("bird strikes/train-00000000");
        var scalars = run.GetProperty("scalars");
        scalars.GetProperty("auc.upper")[0].GetProperty("value").GetDouble().ShouldBe(0.875);
        scalars.GetProperty("nan")[0].GetProperty("value").GetString().ShouldBe("nan");
        scalars.GetProperty("validation.log_loss").EnumerateArray().Select(reading => (reading.GetProperty("step").GetInt64(), reading.GetProperty("value").GetDouble()))
            .ShouldBe([(0, 0.5), (1, (double)(1 / 3f)), (2, 0.25)]);
        run.GetProperty("hparams").GetProperty("start").GetProperty("trees").GetDouble().ShouldBe(200);
        run.GetProperty("hparams").GetProperty("start").GetProperty("shuffle").GetBoolean().ShouldBeTrue();
        run.GetProperty("hparams").GetProperty("status").GetString().ShouldBe("STATUS_SUCCESS");
        run.GetProperty("histograms").GetProperty("predictions").EnumerateArray().Select(row => row.EnumerateArray().Select(number => number.GetDouble()).ToArray())
            .ShouldBe([[0, 0.25, 3], [0.25, 0.5, 4], [0.5, 1, 1]]);
        var curve = run.GetProperty("curves").GetProperty("precision_recall");
        curve[4].EnumerateArray().Select(number => number.GetDouble()).ShouldBe([0.5, 0.75, 0]);
        curve[5].EnumerateArray().Select(number => number.GetDouble()).ShouldBe([1, 0.75, 0]);
    }

    [Fact]
    public void A_run_that_is_written_again_is_one_file()
    {
        TensorBoardLog.Write(SampleRuns.One() with { Status = RunStatus.Running, End = null }, _folder).ShouldBe(TensorBoardLog.Write(SampleRuns.One(), _folder));

        Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Length.ShouldBe(1);
    }

    [Fact]
    public void Write_files_for_tensorboard()
    {
        var folder = Environment.GetEnvironmentVariable("MLOPS_TEST_TENSORBOARD");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "MLOPS_TEST_TENSORBOARD names no folder: see tests/trackers/tensorboard-read.py");
        Write(folder!);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Write(string folder) => TensorBoardLog.Write([SampleRuns.One(), SampleRuns.One(0x10000000) with { Name = "../trial 1", Status = RunStatus.Failed }], folder);

    private static JsonDocument Expected() => JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "expected", "tensorboard.json")));
}
