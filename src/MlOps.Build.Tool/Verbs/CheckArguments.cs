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

    public void AddTo(Command verb)
    {
        foreach (var option in new Option[] { _environment })
            verb.Add(option);
    }

    public CheckSettings Settings(ParseResult parsed) => new()
    {
        Environment = parsed.GetValue(_environment),
    };
}
