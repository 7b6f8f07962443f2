using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Tests.Pipelines;
using MlOps.Build.Engine.Training.Commands;

namespace MlOps.Build.Engine.Tests.Training.Commands;

/// <summary>The texts between the build and a training program: its command line, its rows and what it prints.</summary>
public sealed class CommandTextTests
{
    [Theory]
    [InlineData("python3 train.py", "python3|train.py")]
    [InlineData("  R  -e 'source(\"train.R\")'  ", "R|-e|source(\"train.R\")")]
    [InlineData("\"C:\\Program Files\\R\\Rscript.exe\" train.R", "C:\\Program Files\\R\\Rscript.exe|train.R")]
    [InlineData("a b''\"\" '' c", "a|b||c")]
    [InlineData("a $HOME; rm *", "a|$HOME;|rm|*")]
    [InlineData("a 'b", null)]
    public void A_command_line_is_words_and_quotation_marks_and_nothing_else(string line, string? words) =>
        (CommandWords.Split(line) is { } split ? string.Join('|', split) : null).ShouldBe(words);

    [Fact]
    public void Numbers_read_back_as_the_same_float_by_readers_of_float_and_of_double()
    {
        using var folder = new TemporaryFolder();
        var random = new SeededRandom(1);
        var values = new float[3000];
        for (var i = 0; i < values.Length; i++)
            values[i] = BitConverter.Int32BitsToSingle((int)(random.NextDouble() * uint.MaxValue));
        (values[0], values[1], values[2]) = (float.NaN, float.PositiveInfinity, float.NegativeInfinity);
        var features = new FeatureMatrix(1000, ["a", "b,\"c\"", "label"], values);
        var set = new TrainingSet { Features = features, Labels = new float[1000] };
        CsvRows.Write(folder.File("rows.csv"), set, RowColumn.Of(set));
        var lines = File.ReadAllLines(folder.File("rows.csv"));
        lines[0].ShouldBe("a,\"b,\"\"c\"\"\",label,label_2");
        lines[1].ShouldBe(",inf,-inf,0");
        var fields = lines.Skip(2).SelectMany(line => line.Split(',').SkipLast(1)).ToArray();
        for (var i = 0; i < fields.Length; i++)
        {
            var value = values[i + 3];
            if (!float.IsFinite(value))
                continue;
            BitConverter.SingleToInt32Bits(float.Parse(fields[i], CultureInfo.InvariantCulture)).ShouldBe(BitConverter.SingleToInt32Bits(value));
            BitConverter.SingleToInt32Bits((float)double.Parse(fields[i], CultureInfo.InvariantCulture)).ShouldBe(BitConverter.SingleToInt32Bits(value));
        }
    }

    // What numpy 1.24 wrote for numpy.save(f, numpy.array([[1.5, numpy.nan, 0], [-2, 3e38, 1]], "<f4")).
    [Fact]
    public void An_array_file_is_the_one_that_NumPy_writes()
    {
        using var folder = new TemporaryFolder();
        var features = new FeatureMatrix(2, ["a", "b"], [1.5f, BitConverter.Int32BitsToSingle(0x7FC00000), -2, 3e38f]);
        var set = new TrainingSet { Features = features, Labels = [0, 1] };
        NpyRows.Write(folder.File("rows.npy"), set, RowColumn.Of(set));
        Convert.ToHexString(File.ReadAllBytes(folder.File("rows.npy"))).ShouldBe("934E554D5059010076007B276465736372273A20273C6634272C2027666F727472616E5F6F72646572273A2046616C73652C20277368617065273A2028322C2033292C207D202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020202020200A0000C03F0000C07F00000000000000C0E6B1617F0000803F");
    }

    [Fact]
    public void Steps_are_read_from_the_output_and_everything_else_is_shown()
    {
        var heard = new List<TrainingProgress>();
        var log = new TrainingLog(new Listener(heard));
        foreach (var line in new[]
        {
            "loading", "step 1 loss 0.5 validation 0.75", "step 2, loss: 0.25", "step 2 loss 0.1", "step three loss 1", "step 9 loss nan validation inf",
            "kept step 2", "kept step 4 of 9",
        })
        {
            log.Read(line);
        }

        log.Steps.ShouldBe([new(1, 0.5, 0.75), new(2, 0.25, double.NaN), new(9, double.NaN, double.PositiveInfinity)]);
        log.Kept.ShouldBe(2);
        heard.Where(step => step.Text is not null).Select(step => step.Text).ShouldBe(
            ["loading", "step 2 loss 0.1", "step three loss 1", "kept step 2", "kept step 4 of 9"]);
    }

    [Fact]
    public void The_last_step_is_kept_unless_the_program_names_one_that_there_was()
    {
        var log = new TrainingLog(null);
        log.Read("step 3 loss 1");
        log.Read("kept step 2");
        log.Kept.ShouldBe(3);
    }

    [Fact]
    public void Output_without_end_is_cut_into_lines_that_can_be_read()
    {
        var lines = new List<string>();
        var cutter = new LineCutter(lines.Add);
        cutter.Add("one\r\n\n 10%\r 20%\rtwo\u001b[0m");
        cutter.Add(new string('x', 100_000));
        cutter.End();
        lines.Take(3).ShouldBe(["one", "10%", "20%"]);
        lines[3].Length.ShouldBe(1000);
        lines[3].ShouldStartWith("two [0mxxx");
    }

    private sealed class Listener(List<TrainingProgress> heard) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => heard.Add(value);
    }
}
