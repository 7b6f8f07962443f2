using System.ComponentModel;
using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Checks;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Training.Commands;

namespace MlOps.Build.Engine.Training.PlugIns;

/// <summary>A process with an assembly of somebody else's: what it does to itself, it does not do to the build.</summary>
/// <param name="assembly">The assembly.</param>
/// <param name="timeout">When it is ended.</param>
internal sealed class PlugInProcess(string assembly, TimeSpan timeout)
{
    /// <summary>What the assembly's trainers say of themselves.</summary>
    /// <exception cref="TrainingFailedException">They cannot be asked.</exception>
    public IReadOnlyList<TrainerDescription> Describe() => InFolder(files =>
    {
        Run(files, [EngineProgram.Describe, assembly, files.Folder], _ => { }, "asking its trainers what they are", CancellationToken.None);
        return files.ReadTrainers() ?? throw NoResult();
    });

    /// <summary>Trains.</summary>
    /// <exception cref="TrainingFailedException">There is no model.</exception>
    public TrainerResult Train(string type, TrainingRequest request, TrainingLog log, CancellationToken cancellationToken) => InFolder(files =>
    {
        files.Write(request);
        Run(files, [EngineProgram.PlugIn, assembly, type, files.Folder], log.Read, "training", cancellationToken);
        return files.ReadResult() ?? throw NoResult();
    });

    private void Run(PlugInFiles files, string[] arguments, Action<string> heard, string what, CancellationToken cancellationToken)
    {
        ProgramEnd end;
        try
        {
            end = EngineProcess.Listen(arguments, files.Folder, timeout, heard, cancellationToken);
        }
        catch (Win32Exception exception)
        {
            throw new TrainingFailedException(
                TrainingCodes.PlugInFailed,
                $"'dotnet' cannot be started: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Put it on the path, or set DOTNET_HOST_PATH.");
        }

        if (files.ReadFailure() is { } failure)
            throw new TrainingFailedException(failure.Code, failure.Message);
        if (end.ExitCode == 0)
            return;
        var words = end.LastWords.Length > 0 ? $" Its last lines: {end.LastWords}" : "";
        throw new TrainingFailedException(TrainingCodes.PlugInFailed, end.ExitCode is { } code
            ? $"{what}, the process with '{Path.GetFileName(assembly)}' ended with exit code {code.ToString(CultureInfo.InvariantCulture)}.{words}"
            : $"{what}, the process with '{Path.GetFileName(assembly)}' did not end within {TimeoutReader.Text(timeout)}, and was ended. "
                + $"{(arguments[0] == EngineProgram.PlugIn ? "Raise 'project.timeout', or find" : "Find")} what it waits for.{words}");
    }

    private TrainingFailedException NoResult() => new(
        TrainingCodes.PlugInFailed, $"the process with '{Path.GetFileName(assembly)}' ended with 0 before the trainer returned. Does something in it call 'Environment.Exit'?");

    private static T InFolder<T>(Func<PlugInFiles, T> work)
    {
        var folder = Directory.CreateTempSubdirectory("mlops-trainer-");
        try
        {
            return work(new PlugInFiles(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
