using System.CommandLine;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Tool.Verbs;

namespace MlOps.Build.Tool;

/// <summary>The <c>mlops</c> command: parses, runs a verb, and turns what went wrong into an exit code.</summary>
internal static class MlOpsCommand
{
    /// <summary>Runs the command line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var parsed = Create(environment, cancellationToken).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                environment.Error.Write($"mlops: error: {error.Message} Try 'mlops --help'.\n");
            return ExitCodes.Usage;
        }

        var configuration = new InvocationConfiguration
        {
            Output = environment.Output,
            Error = environment.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            return parsed.Invoke(configuration);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception exception) when (IoFailure.Knows(exception))
        {
            environment.Error.Write(IoFailure.Describe(exception, "the result", environment.Folder) + "\n");
            return ExitCodes.Environment;
        }
    }

    private static RootCommand Create(ToolEnvironment environment, CancellationToken cancellationToken) => new(
        "Starts, checks and explains model projects, and opens model packages.\n\n"
        + "Exit codes: 0 done, 1 something is wrong with what was looked at, 2 wrong command line, 3 the machine is in the way.")
    {
        InitVerb.Create(environment, cancellationToken),
        ValidateVerb.Create(environment, cancellationToken),
        ExpectationsVerb.Create(environment, cancellationToken),
        GateVerb.Create(environment, cancellationToken),
        InspectVerb.Create(environment),
        VerifyVerb.Create(environment),
        DiffVerb.Create(environment),
        SignatureVerb.Create(environment),
        PredictVerb.Create(environment, cancellationToken),
        ReportVerb.Create(environment),
        SchemaVerb.Create(environment, cancellationToken),
        DriftVerb.Create(environment, cancellationToken),
        ProfileVerb.Create(environment, cancellationToken),
        CompareVerb.Create(environment, cancellationToken),
        CacheVerb.Create(environment),
        DataVerb.Create(environment, cancellationToken),
        RegistryVerb.Create(environment, cancellationToken),
        PromoteVerb.Create(environment, cancellationToken),
        ApproveVerb.Create(environment),
        RollbackVerb.Create(environment, cancellationToken),
        RunsVerb.Create(environment, cancellationToken),
        DoctorVerb.Create(environment),
    };
}
