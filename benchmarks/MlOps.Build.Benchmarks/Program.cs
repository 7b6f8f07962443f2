using BenchmarkDotNet.Running;
using MlOps.Build.Benchmarks;
using MlOps.Build.Benchmarks.Comparison;
using MlOps.Build.Benchmarks.Coverage;

// dotnet run -c Release --project benchmarks/MlOps.Build.Benchmarks -- --filter '*' --job short
// dotnet run -c Release --project benchmarks/MlOps.Build.Benchmarks -- coverage [test parts] [shipped]
// dotnet run -c Release --project benchmarks/MlOps.Build.Benchmarks -- bootstrap
// dotnet run -c Release --project benchmarks/MlOps.Build.Benchmarks -- inference
// dotnet run -c Release --project benchmarks/MlOps.Build.Benchmarks -- explanations
// dotnet run -c Release --project benchmarks/MlOps.Build.Benchmarks -- slices
// dotnet run -c Release --project benchmarks/MlOps.Build.Benchmarks -- parquet
// dotnet run -c Release --project benchmarks/MlOps.Build.Benchmarks -- dvc
// dotnet run -c Release --project benchmarks/MlOps.Build.Benchmarks -- runs FILE
// dotnet run -c Release --project benchmarks/MlOps.Build.Benchmarks -- drift [most rows]
// dotnet run -c Release --project benchmarks/MlOps.Build.Benchmarks -- boosting FOLDER/NAME [setting=value ...]
// dotnet run -c Release --project benchmarks/MlOps.Build.Benchmarks -- families FOLDER TASK
// dotnet run -c Release --project benchmarks/MlOps.Build.Benchmarks -- auto FOLDER TASK METRIC TRIALS FOLDS
// dotnet run -c Release --project benchmarks/MlOps.Build.Benchmarks -- tuning FOLDER/NAME [setting=value ...]
// dotnet run --project benchmarks/MlOps.Build.Benchmarks -- metrics
switch (args)
{
    case ["coverage", .. var rest]:
        CoverageProgram.Run(
            rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 1000, rest.Contains("shipped"));
        break;
    case ["bootstrap", ..]:
        BootstrapTimes.Run(Repository.Root);
        break;
    case ["slices", ..]:
        SliceSearchTimes.Run();
        break;
    case ["parquet", ..]:
        ParquetTimes.Run(Repository.Root);
        break;
    case ["dvc", ..]:
        DvcTimes.Run(Repository.Root);
        break;
    case ["runs", var file]:
        RunFile.Make(Path.GetFullPath(file));
        break;
    case ["drift", .. var rest]:
        DriftSimulation.Run(rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
        break;
    case ["metrics", ..]:
        File.WriteAllText(MetricTablePage.File(Repository.Root), MetricTablePage.Text(Repository.Root));
        Console.WriteLine(MetricTablePage.File(Repository.Root));
        break;
    case ["boosting", var path, .. var settings]:
        BoostingTimes.Run(path, settings);
        break;
    case ["families", var folder, var task]:
        FamilyScores.Run(folder, task);
        break;
    case ["auto", var folder, var task, var metric, var trials, var folds]:
        AutoScores.Run(folder, task, metric, trials, folds);
        break;
    case ["tuning", var path, .. var settings]:
        TuningTimes.Run(path, settings);
        break;
    case ["inference", ..]:
        InferenceTimes.Run();
        break;
    case ["explanations", ..]:
        ExplanationTimes.Run();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
