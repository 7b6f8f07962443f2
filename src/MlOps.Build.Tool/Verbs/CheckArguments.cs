using System.CommandLine;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Tool.Verbs;

/// <summary>The options of <c>mlops validate</c> that say what the data are checked as.</summary>
internal sealed class CheckArguments
{
    private readonly Option<string?> _environment = new("--environment")
    {
        Description = "The environment of the contract that the data belong to, such as serve; that of training by default.",
        HelpName = "name",
    };

    private readonly Option<string?> _previous = new("--previous")
    {
        Description = "An earlier span of the data; columns with 'drift' in the contract are held against it.",
        HelpName = "file",
    };

    private readonly Option<string?> _serving = new("--serving")
    {
        Description = "Data that the model serves; columns with 'skew' in the contract are held against them.",
        HelpName = "file",
    };

    public void AddTo(Command verb)
    {
        foreach (var option in new Option[] { _environment, _previous, _serving })
            verb.Add(option);
    }

    public CheckSettings Settings(ParseResult parsed, ToolEnvironment environment) => new()
    {
        Environment = parsed.GetValue(_environment),
        Previous = parsed.GetValue(_previous) is { } previous ? environment.FullPath(previous) : null,
        Serving = parsed.GetValue(_serving) is { } serving ? environment.FullPath(serving) : null,
    };
}
