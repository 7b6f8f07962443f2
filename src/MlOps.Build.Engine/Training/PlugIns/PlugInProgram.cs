using System.Globalization;
using System.Text;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.PlugIns;

/// <summary>The process that a trainer of somebody else's runs in. What it prints is read as what any training program prints.</summary>
internal static class PlugInProgram
{
    /// <summary>Writes what the assembly's trainers say of themselves.</summary>
    public static int Describe(string assembly, string folder) =>
        Do(folder, files => files.Write([.. new PlugInLoader(assembly).All().Select(Described)]));

    /// <summary>Learns from the request in the folder, and leaves the result there.</summary>
    public static int Train(string assembly, string type, string folder) =>
        Do(folder, files => files.Write(Learned(new PlugInLoader(assembly).Single(type), files.ReadRequest())));

    private static int Do(string folder, Action<PlugInFiles> work)
    {
        Console.SetOut(new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true });
        var files = new PlugInFiles(folder);
        try
        {
            work(files);
            return 0;
        }
        catch (TrainingFailedException exception)
        {
            // A trainer's author may have written anything as the code.
            var known = exception.Code is ['M', 'L', 'O', 'P', 'S', ..] ? exception.Code : TrainingCodes.PlugInFailed;
            files.Write(new PlugInFailure(known, exception.Message));
            return 1;
        }
    }

    private static TrainerDescription Described(ITrainer trainer)
    {
        try
        {
            return TrainerDescription.Of(trainer);
        }
        catch (Exception exception)
        {
            throw new TrainingFailedException(
                TrainingCodes.PlugInTrainer, $"'{trainer.GetType().FullName}' does not say what it is: it threw {Thrown.Of(exception)} Mend its properties.");
        }
    }

    private static TrainerResult Learned(ITrainer trainer, TrainingRequest request)
    {
        try
        {
            if (trainer.Problem(request) is { } problem)
                throw new TrainingFailedException(TrainingCodes.DoesNotFit, $"'{trainer.Name}': {problem}");
            return trainer.Train(request, new PrintedProgress(), CancellationToken.None) is { Model.Length: > 0 } result
                ? result
                : throw new TrainingFailedException(TrainingCodes.PlugInFailed, $"'{trainer.Name}' left no model. Return the ONNX file's bytes as 'Model'.");
        }
        catch (Exception exception) when (exception is not TrainingFailedException)
        {
            throw new TrainingFailedException(TrainingCodes.PlugInFailed, $"'{trainer.Name}' threw {Thrown.Of(exception)} Mend the trainer.");
        }
    }

    private sealed class PrintedProgress : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => Console.Out.WriteLine(value.Text ?? string.Create(
            CultureInfo.InvariantCulture, $"step {value.Step} loss {value.TrainLoss:R} validation {value.ValidationLoss:R}"));
    }
}
