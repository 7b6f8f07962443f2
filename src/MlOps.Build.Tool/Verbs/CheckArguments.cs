using System.CommandLine;
using System.CommandLine.Parsing;
using MlOps.Build.Engine.Data.Schemas;
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

    private readonly Option<string?> _instant = new("--as-of")
    {
        Description = "The date or timestamp to which 'fresh' in the contract is held, instead of the contract's own; the clock is never asked.",
        HelpName = "instant",
    };

    public CheckArguments() => _instant.Validators.Add(result =>
    {
        if (result.GetValue(_instant) is { } text && Freshness.Instant(text) is null)
            result.AddError($"--as-of is '{text}'; expected a date or a timestamp, such as 2026-01-31 or 2026-01-31T06:00Z.");
    });

    /// <summary>Adds them; they are about a contract, so none goes with a suite.</summary>
    public void AddTo(Command verb, Func<CommandResult, bool> isOfSuite)
    {
        Option[] own = [_environment, _previous, _serving, _instant];
        foreach (var option in own)
            verb.Add(option);
        verb.Validators.Add(result =>
        {
            foreach (var option in own.Where(option => isOfSuite(result) && result.GetResult(option) is { Implicit: false }))
                result.AddError($"{option.Name} is about the rules of a contract and says nothing of a suite. Leave it out, or --suite.");
        });
    }

    public CheckSettings Settings(ParseResult parsed, ToolEnvironment environment) => new()
    {
        Environment = parsed.GetValue(_environment),
        Instant = parsed.GetValue(_instant),
        Previous = parsed.GetValue(_previous) is { } previous ? environment.FullPath(previous) : null,
        Serving = parsed.GetValue(_serving) is { } serving ? environment.FullPath(serving) : null,
    };
}
