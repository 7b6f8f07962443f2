using BenchmarkDotNet.Running;
using MlOps.Build.Benchmarks;
using MlOps.Build.Benchmarks.Coverage;

// dotnet run -c Release --project benchmarks/MlOps.Build.Benchmarks -- --filter '*' --job short
// dotnet run -c Release --project benchmarks/MlOps.Build.Benchmarks -- coverage [test parts]
// dotnet run -c Release --project benchmarks/MlOps.Build.Benchmarks -- bootstrap
// dotnet run -c Release --project benchmarks/MlOps.Build.Benchmarks -- inference
switch (args)
{
    case ["coverage", .. var rest]:
        CoverageProgram.Run(rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 1000);
        break;
    case ["bootstrap", ..]:
        BootstrapTimes.Run();
        break;
    case ["inference", ..]:
        InferenceTimes.Run();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
