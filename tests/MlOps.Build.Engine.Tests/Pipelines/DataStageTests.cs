using System.Security.Cryptography;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Sections;

namespace MlOps.Build.Engine.Tests.Pipelines;

/// <summary>What the data stage leaves, whether it held the table or not.</summary>
public sealed class DataStageTests : IDisposable
{
    private const string Columns = "columns:\n  - name: width\n    type: int64\n  - name: height\n    type: int64\n  - name: good\n    type: string\n";
    private readonly TinyModel _model = new();

    public void Dispose() => _model.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("cleaning:\n  - trim: [good]\n")]
    public void A_reading_and_a_table_in_memory_tell_the_same(string cleaning)
    {
        _model.Write("schema.yaml", Columns + cleaning);
        _model.RunTo(StageNames.Data).Succeeded.ShouldBeTrue();
        var summary = Summary();
        (summary.Rows, summary.RowsRead).ShouldBe((120, 120));
        summary.Files.ShouldBe([new DataFile("data.csv", Convert.ToHexStringLower(SHA256.HashData(Bytes())), Bytes().Length)]);
    }

    [Fact]
    public void The_receipt_holds_hash_size_and_source_of_the_data_and_the_hash_of_the_contract()
    {
        _model.Write("schema.yaml", Columns);
        _model.Write("data.csv.dvc", $"outs:\n- md5: {Convert.ToHexStringLower(MD5.HashData(Bytes()))}\n  size: {Bytes().Length}\n  hash: md5\n  path: data.csv\n");
        _model.Write(".dvc/config", "");
        _model.RunTo(StageNames.Data).Succeeded.ShouldBeTrue();
        var inputs = ReceiptFile.Read(_model.File("obj/mlops/data/receipt.json")).ShouldNotBeNull().Inputs;
        inputs.Select(input => input.Path).ShouldBe(["data.csv", "schema.yaml"]);
        inputs[0].ShouldBe(new DataFile("data.csv", Convert.ToHexStringLower(SHA256.HashData(Bytes())), Bytes().Length)
        {
            Source = $"data.csv.dvc md5:{Convert.ToHexStringLower(MD5.HashData(Bytes()))}",
        });
        Summary().Files.ShouldBe([inputs[0]]);
        inputs[1].Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_model.File("schema.yaml")))));
    }

    [Fact]
    public void Where_the_data_come_from_is_found_once_a_run()
    {
        _model.Write("data.csv.dvc", $"outs:\n- md5: {Convert.ToHexStringLower(MD5.HashData(Bytes()))}\n  size: {Bytes().Length}\n  hash: md5\n  path: data.csv\n");
        _model.Write(".dvc/config", "");
        var workspace = new Workspace(_model.Project, new TableShelf());
        var origins = workspace.Origins;
        origins.ShouldHaveSingleItem().Key.ShouldBe("data.csv");
        File.Delete(_model.File("data.csv.dvc"));
        workspace.Origins.ShouldBeSameAs(origins);
    }

    [Fact]
    public void Rows_that_cannot_be_read_go_to_the_quarantine_file_and_the_report_counts_them()
    {
        var lines = File.ReadAllLines(_model.File("data.csv"));
        lines[3] = "wide,5,yes";
        _model.Write("data.csv", string.Join('\n', lines) + "\n");
        _model.Write("schema.yaml", $"{Columns}cleaning:\n  - unreadable: [width]\n    do: quarantine\nquarantine:\n  limit: 0.1\n");
        _model.RunTo(StageNames.Data).Succeeded.ShouldBeTrue();
        File.ReadAllText(_model.File("obj/mlops/data/quarantine.csv"))
            .ShouldBe("reason,file,line,width,height,good\n'width' does not parse,data.csv,4,wide,5,yes\n");
        var summary = Summary();
        (summary.Rows, summary.RowsRead, summary.Quarantined).ShouldBe((119, 120, 1));
        summary.Cleaning.ShouldHaveSingleItem().RowsRemoved.ShouldBe(1);
        DataSection.LeftOut(summary, ReportWords.English).ShouldBe("Cleaning left out 1 of 120 rows; 1 of them are in quarantine.");
    }

    [Fact]
    public void More_rows_in_quarantine_than_allowed_stop_the_build_and_leave_no_file()
    {
        _model.Write("data.csv", File.ReadAllText(_model.File("data.csv")).Replace("\n1", "\nx1", StringComparison.Ordinal));
        _model.Write("schema.yaml", $"{Columns}cleaning:\n  - unreadable: [width]\n    do: quarantine\nquarantine:\n  limit: 0\n");
        var outcome = _model.RunTo(StageNames.Data);
        outcome.Succeeded.ShouldBeFalse();
        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(DataCodes.QuarantineLimit);
        Directory.Exists(_model.File("obj/mlops/data")).ShouldBeFalse();
    }

    private DataSummary Summary() => _model.Json("data/data.json", ContractsJson.Default.DataSummary);

    private byte[] Bytes() => File.ReadAllBytes(_model.File("data.csv"));
}
