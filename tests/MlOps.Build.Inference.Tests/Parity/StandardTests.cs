using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Inference.Tests.Parity;

/// <summary>
/// The netstandard2.0 assembly gives the bits of the net10.0 one, on every operator and on made-up graphs: on .NET itself, and on Mono,
/// which stands in for .NET Framework.
/// </summary>
public sealed class StandardTests
{
    // Text of numbers comes from the platform, which writes some of them longer there.
    private static readonly string[] TextOfNumbers = ["Cast: special floats to string"];

    [Fact]
    public void It_gives_the_same_bits_on_NET() => ShouldAgree("dotnet", "net10.0", []);

    [Fact]
    public void It_gives_the_same_bits_on_Mono()
    {
        Assert.SkipUnless(StandardProcess.CanStart("mono"), "Mono is absent: install Debian's mono-devel.");
        ShouldAgree("mono", "net472", TextOfNumbers);
    }

    private static void ShouldAgree(string host, string targetFramework, string[] except)
    {
        var cases = new[] { ElementwiseCases.All(), MovementCases.All(), TextCases.All(), LearningCases.All(), TreeCases.All() }.SelectMany(all => all)
            .Concat(Enumerable.Range(0, 40).Select(seed => new RandomGraph(seed)).Select((graph, i) => new OperatorCase($"graph {i}", graph.Model, graph.Inputs)))
            .Where(entry => !except.Contains(entry.Name))
            .ToList();
        var results = StandardProcess.RunAll(cases, host, targetFramework);
        var wrong = cases.Zip(results)
            .Where(pair => !Agree(pair.First, pair.Second.Outputs, pair.Second.Error))
            .Select(pair => pair.First.Name + pair.Second.Error);
        wrong.ShouldBeEmpty();
    }

    private static bool Agree(OperatorCase entry, byte[]? outputs, string? error)
    {
        try
        {
            return outputs is not null && outputs.SequenceEqual(TensorBits.Write(ManagedModelSession.Load(entry.Model).Run(entry.Inputs)));
        }
        catch (InferenceException exception)
        {
            return error == exception.Message;
        }
    }
}
