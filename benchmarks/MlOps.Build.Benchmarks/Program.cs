using BenchmarkDotNet.Running;

// dotnet run -c Release --project benchmarks/MlOps.Build.Benchmarks -- --filter '*' --job short
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
