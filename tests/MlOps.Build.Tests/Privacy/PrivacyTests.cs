using System.Text;
using MlOps.Build.Tests.Packages;

namespace MlOps.Build.Tests.Privacy;

/// <summary>Values of sensitive columns in whatever a build, a pack and the tool leave.</summary>
[Collection(nameof(PackedModel))]
public sealed class PrivacyTests(PackedModel packed)
{
    // Intermediate files that training needs rows in; docs/guides/data-contract.md says so.
    private static readonly string[] Rows = ["obj/mlops/features/features.bin"];

    private readonly List<(string Where, byte[] Bytes)> _said = [];

    [Fact]
    public void No_value_of_a_sensitive_column_is_left_by_build_pack_and_tool()
    {
        var folder = Project("private", SensitiveProject.Data());
        Say("pack", PackedModel.Run(folder, "pack", "-o", "out", "-v:diag", "-bl:out/build.binlog;ProjectImports=ZipFile", "-tl:off", "-nodeReuse:false"));
        Say("build", PackedModel.TryRun(folder, "build", "-tl:off", "-nodeReuse:false"));
        var package = Directory.GetFiles(Path.Combine(folder, "out"), "*.nupkg").ShouldHaveSingleItem();
        Tool(folder, "inspect", package);
        Tool(folder, "inspect", package, "--json");
        Tool(folder, "verify", package);
        Tool(folder, "diff", package, package);
        Tool(folder, "gate", ".", "--explain");
        Tool(folder, "gate", ".", "--json");
        Tool(folder, "validate", "--json");
        Tool(folder, "profile", "--data", "data.csv", "--schema", "schema.yaml", "--html", "profiled.html", "--output", "profiled.json");
        foreach (var format in new[] { "md", "html", "json", "card", "sarif", "junit" })
            Tool(folder, "report", package, "--format", format);
        Left(folder).ShouldBeEmpty();
        foreach (var looked in new[] { "bin/Release/mlops/data-report.html", "obj/mlops/profile/profile.json", "obj/mlops/profile/relations.json", "profiled.html", "profiled.json" })
            File.Exists(Path.Combine(folder, looked)).ShouldBeTrue(looked);
        var rows = LeftFiles.Of(folder).Where(file => Rows.Contains(file.Path)).SelectMany(file => SensitiveProject.Planted.SelectMany(value => value.In(file.Content)));
        rows.ShouldNotBeEmpty("the exception is not needed any more");
        rows.ShouldAllBe(found => found.EndsWith(" as float32"));
    }

    [Fact]
    public void A_build_that_stops_at_a_value_of_a_sensitive_column_does_not_say_it()
    {
        var folder = Project("private-broken", SensitiveProject.Data(broken: true));
        var contract = SensitiveProject.Schema.Replace("919000000000\n    severity: warning", "919000000000", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "schema.yaml"), contract);
        var run = PackedModel.TryRun(folder, "build", "-v:diag", "-bl:out/build.binlog;ProjectImports=ZipFile", "-tl:off", "-nodeReuse:false");
        run.Succeeded.ShouldBeFalse();
        run.Output.ShouldContain("data.csv(132,4): error MLOPS1");
        Say("build", run);
        Tool(folder, "validate");
        Left(folder).ShouldBeEmpty();
    }

    [Fact]
    public void The_scan_finds_every_value_where_it_stands_and_in_every_form()
    {
        var data = Encoding.UTF8.GetBytes(SensitiveProject.Data(broken: true).Replace("\"\"", "\"", StringComparison.Ordinal));
        SensitiveProject.Planted.ShouldAllBe(value => value.In(data).Any());
        var value = new PlantedValue("Ödland & \"Süd\"");
        string[] forms =
        [
            "{\"a\":\"\\u00D6dland \\u0026 \\u0022S\\u00FCd\\u0022\"}", "&#214;dland &amp; &quot;S&#252;d&quot;", "?q=%C3%96dland%20%26%20%22S%C3%BCd%22",
            Convert.ToBase64String(Encoding.UTF8.GetBytes("ab Ödland & \"Süd\" and more")),
        ];
        forms.ShouldAllBe(form => value.In(Encoding.UTF8.GetBytes(form)).Any());
        value.In(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(value.Text))).ShouldNotBeEmpty();
        new PlantedValue("918273645001").In(BitConverter.GetBytes(918_273_645_001d)).ShouldNotBeEmpty();
    }

    private string Project(string name, string data)
    {
        var folder = packed.WriteModel(name);
        File.WriteAllText(Path.Combine(folder, "data.csv"), data);
        File.WriteAllText(Path.Combine(folder, "schema.yaml"), SensitiveProject.Schema);
        File.WriteAllText(Path.Combine(folder, "training-config.yaml"), SensitiveProject.Configuration);
        File.WriteAllText(Path.Combine(folder, "validation-checklist.md"), SensitiveProject.Checklist.Replace(">= 0.99", ">= 0", StringComparison.Ordinal));
        Directory.CreateDirectory(Path.Combine(folder, "out"));
        return folder;
    }

    private void Tool(string folder, params string[] arguments)
    {
        var run = PackedModel.TryRun(folder, [Kit.Tool, .. arguments]);
        run.Output.ShouldNotBeEmpty();
        Say("mlops " + arguments[0], run);
    }

    private void Say(string where, BuildRun run) => _said.Add((where, Encoding.UTF8.GetBytes(run.Output)));

    private List<string> Left(string folder)
    {
        var files = LeftFiles.Of(folder).Where(file => file.Path != "data.csv" && !Rows.Contains(file.Path)).ToList();
        files.Count.ShouldBeGreaterThan(10);
        return
        [
            .. files.SelectMany(file => SensitiveProject.Planted.SelectMany(value => value.In(file.Content).Select(form => $"{file.Path}: {form}"))),
            .. _said.SelectMany(said => SensitiveProject.Planted.SelectMany(value => value.In(said.Bytes).Select(form => $"{said.Where}: {form}"))),
        ];
    }
}
