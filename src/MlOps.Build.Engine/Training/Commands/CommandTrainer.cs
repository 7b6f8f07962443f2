using System.ComponentModel;
using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Training.Heads;

namespace MlOps.Build.Engine.Training.Commands;

/// <summary>
/// <c>trainer: command</c>: a program in any language reads the training and validation rows and leaves an ONNX graph. It never sees test rows.
/// </summary>
internal sealed class CommandTrainer(CommandConfig command, string folder) : ITrainer
{
    public const string TrainerName = "command";

    private readonly string _shown = CommandWords.Shown(command.Run);

    public string Name => TrainerName;

    public string DisplayName => $"command {_shown}";

    public IReadOnlyList<Hyperparameter> Hyperparameters => [];

    public bool HandlesMissing => command.Missing;

    public bool WantsScaling => false;

    public bool HandlesCategories => false;

    public bool TakesConstraints => false;

    public bool Supports(LearningTask task) => true;

    public string? Problem(TrainingRequest request) => null;

    public TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        var program = ProgramPath.Find(command.Run[0], folder) ?? throw NotFound();
        using var files = CommandFiles.Write(command, request);
        var log = Run(program, files, request, progress, cancellationToken, out var lastWords);
        if (!File.Exists(files.Model))
        {
            throw new TrainingFailedException(
                TrainingCodes.CommandWroteNothing, $"'{_shown}' ended with 0 but left no model. Write the ONNX file to the path in MLOPS_MODEL.{lastWords}");
        }

        var result = HeadResult.Of(File.ReadAllBytes(files.Model), HeadWishes.None, $"the model of '{_shown}'", request, log, cancellationToken);
        return result with { Metrics = MetricsFile.Read(files.Metrics, _shown) };
    }

    private TrainingLog Run(
        string program,
        CommandFiles files,
        TrainingRequest request,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellationToken,
        out string lastWords)
    {
        for (var attempt = 0; ; attempt++)
        {
            var log = new TrainingLog(progress);
            var end = Start(program, files.Variables(request), log.Read, cancellationToken);
            lastWords = end.LastWords.Length == 0 ? "" : $" Its last lines: {end.LastWords}";
            if (end.ExitCode == 0)
                return log;
            if (end.ExitCode is not { } code)
                throw TimedOut(lastWords);
            if (attempt == command.Retries)
                throw Failed(code, lastWords);
            files.Clear();
            progress?.Report(new TrainingProgress(0, double.NaN, double.NaN) { Text = $"ended with {code}; try {attempt + 2} of {command.Retries + 1}" });
        }
    }

    private ProgramEnd Start(string program, Dictionary<string, string> variables, Action<string> heard, CancellationToken cancellationToken)
    {
        var run = new ProgramRun
        {
            Program = program,
            Arguments = [.. command.Run.Skip(1)],
            Folder = folder,
            Variables = variables,
            Timeout = command.Timeout,
            Heard = heard,
        };
        try
        {
            return run.Run(cancellationToken);
        }
        catch (Win32Exception exception)
        {
            throw new TrainingFailedException(
                TrainingCodes.CommandNotFound,
                $"'{_shown}' cannot be started: {exception.Message.ReplaceLineEndings(" ")} Is it a program, and may it be executed? A script needs its "
                + "interpreter before it, as in 'python3 train.py'.");
        }
    }

    private TrainingFailedException NotFound() => new(
        TrainingCodes.CommandNotFound,
        $"'{_shown}': there is no program '{command.Run[0]}'. Install it, correct 'command.run', or name its file below the project's folder, as in "
        + "'./train.sh'.");

    private TrainingFailedException Failed(int code, string lastWords)
    {
        var tries = command.Retries == 0 ? "" : $" in each of {command.Retries + 1} tries";
        var killed = code == 137 ? " (it was killed; perhaps the memory was not enough)" : "";
        return new(TrainingCodes.CommandFailed, $"'{_shown}' ended with exit code {code}{killed}{tries}.{(lastWords.Length > 0 ? lastWords : " It wrote nothing to its output.")}");
    }

    private TrainingFailedException TimedOut(string lastWords) => new(
        TrainingCodes.CommandTimeout,
        string.Create(
            CultureInfo.InvariantCulture,
            $"'{_shown}' did not end within {command.Timeout.TotalSeconds:0.###} seconds, and was ended. Raise 'command.timeout', or find what it waits for.{lastWords}"));
}
