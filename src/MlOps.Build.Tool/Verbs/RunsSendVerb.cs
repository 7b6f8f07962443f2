using System.CommandLine;
using System.Text.Json.Nodes;
using MlOps.Build.Tool.Runs;
using MlOps.Build.Trackers;
using MlOps.Build.Trackers.Http;

namespace MlOps.Build.Tool.Verbs;

/// <summary><c>mlops runs send</c>: sends what waits for a server.</summary>
internal static class RunsSendVerb
{
    public static Command Create(ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var verb = Verb.Create(
            "send", "Sends the runs that wait for MLflow or Weights & Biases to the servers that the environment names; nothing twice.", "mlops runs send");
        var input = RunsInput.AddTo(verb);
        verb.SetAction(parsed =>
        {
            var report = input.Report(environment, parsed, "send");
            using var senders = RunSenders.FromEnvironment(environment.Variable, input.Spool(environment, parsed), TrackerPatience.Request, report.Diagnostics);
            var sent = senders.SendSpooledAsync(report.Diagnostics, cancellationToken).GetAwaiter().GetResult();
            report.Line(senders.IsEmpty ? "the environment names no server: MLFLOW_TRACKING_URI, WANDB_API_KEY" : $"{sent} runs sent");
            report.Result["sent"] = JsonValue.Create(sent);
            return report.Finish();
        });
        return verb;
    }
}
