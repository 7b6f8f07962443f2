using MlOps.Build.Tool;

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    interrupted.Cancel();
};
return MlOpsCommand.Run(args, new ToolEnvironment { Output = Console.Out, Error = Console.Error }, interrupted.Token);
