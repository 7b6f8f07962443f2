using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Registry.Promotion.Consumers;

/// <summary>
/// The application that tries a package: a console project that references it at exactly its version, restores it into a package folder of
/// its own, and asks the generated predictor. Nothing above its folder takes part in its build.
/// </summary>
internal static class ConsumerFiles
{
    public const string Assembly = "MlOpsConsumer";
    public const string Rows = "rows.jsonl";
    public const string Scores = "scores.bin";
    public const string Result = "result.json";
    public const string Errors = "errors.log";

    public static void Write(string folder, string package, string version, string predictor, IReadOnlyList<string> sources)
    {
        Directory.CreateDirectory(folder);
        foreach (var stop in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            WholeFile.Write(Path.Combine(folder, stop), "<Project />\n");
        WholeFile.Write(Path.Combine(folder, Assembly + ".csproj"), Project(package, version, sources));
        WholeFile.Write(Path.Combine(folder, "Program.cs"), Program.Replace("__PREDICTOR__", predictor, StringComparison.Ordinal));
    }

    private static string Project(string package, string version, IReadOnlyList<string> sources) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>
            <RestorePackagesPath>$(MSBuildProjectDirectory)/packages</RestorePackagesPath>
            <RestoreAdditionalProjectSources>{Escape(string.Join(';', sources))}</RestoreAdditionalProjectSources>
            <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="{Escape(package)}" Version="[{Escape(version)}]" />
          </ItemGroup>
        </Project>

        """;

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);

    // The batch and the rounds are those of the check 'latency', so that the two can be compared.
    private const string Program = """
        using System;
        using System.Collections.Generic;
        using System.Diagnostics;
        using System.IO;
        using System.Linq;
        using System.Text.Json;
        using MlOps.Build.Inference;

        var clock = Stopwatch.StartNew();
        var predictor = new __PREDICTOR__();
        var load = clock.Elapsed.TotalSeconds;
        var golden = predictor.SelfTest();
        var model = PackagedModel.Load(typeof(__PREDICTOR__).Assembly);
        var rows = File.ReadLines(args[0]).Select(line => JsonSerializer.Deserialize<string?[]>(line)!).ToList();

        ModelInputs Inputs(IReadOnlyList<string?[]> some)
        {
            var inputs = new ModelInputs(some.Count);
            for (var i = 0; i < model.Signature.Inputs.Count; i++)
                inputs.Add(model.Signature.Inputs[i].Name, RawValue.Column(model.Signature.Inputs[i].Type, some.Select(row => row[i]).ToArray()));
            return inputs;
        }

        using (var scores = new BinaryWriter(File.Create(args[1])))
        {
            foreach (var batch in rows.Chunk(PackagedModel.BatchSize))
                foreach (var value in model.Run(Inputs(batch)))
                    scores.Write(value);
        }

        double Time(ModelInputs inputs)
        {
            var start = Stopwatch.GetTimestamp();
            model.Run(inputs);
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        var singles = rows.Take(20).Select(row => Inputs([row])).ToArray();
        for (clock.Restart(); clock.Elapsed < TimeSpan.FromMilliseconds(600);)
            foreach (var single in singles)
                Time(single);
        var thousand = Inputs(Enumerable.Range(0, 1000).Select(i => rows[i % rows.Count]).ToList());
        Time(thousand);
        var (medians, highs, batches) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < 5; round++)
        {
            var times = new List<double>();
            for (clock.Restart(); times.Count < 400 && clock.Elapsed < TimeSpan.FromMilliseconds(400);)
                times.Add(Time(singles[times.Count % singles.Length]));
            times.Sort();
            medians.Add(times[(times.Count - 1) / 2]);
            highs.Add(times[(int)Math.Ceiling(0.99 * times.Count) - 1]);
            batches.Add(Time(thousand));
        }

        double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
        File.WriteAllText(args[2], JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["goldenRows"] = golden.Rows,
            ["goldenFailure"] = golden.Failure,
            ["load"] = load,
            ["median"] = Median(medians),
            ["high"] = Median(highs),
            ["batch"] = Median(batches),
            ["memory"] = Process.GetCurrentProcess().PeakWorkingSet64,
        }));

        """;
}
