using System.Text.RegularExpressions;
using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tests.Gates;

/// <summary>The grammar that docs/guides/checklist.md shows and the parser are the same language.</summary>
public sealed partial class GrammarTests
{
    private static readonly Grammar Documented = new(Block().Match(Guide()).Groups["text"].Value);

    [Fact]
    public void Every_sentence_of_the_documented_grammar_parses()
    {
        var random = new SeededRandom(20_260_317);
        for (var round = 0; round < 3000; round++)
        {
            var sentence = Documented.Sentence("gate", random);
            if (sentence.Length <= GateParser.MaximumLength && Mistake(sentence) is { } mistake)
                IsLimitOfValues(mistake).ShouldBeTrue($"{sentence}\n{mistake}");
        }
    }

    [Fact]
    public void What_the_parser_takes_and_refuses_the_documented_grammar_takes_and_refuses()
    {
        var random = new RandomGates(20_260_318);
        var refused = 0;
        for (var round = 0; round < 4000; round++)
        {
            var text = (round % 4) switch { 0 => random.Stream(), 1 => random.Gate(), _ => random.Damaged() };
            var mistake = Mistake(text);
            if (mistake is not null && IsLimitOfValues(mistake))
                continue;
            Documented.Accepts("gate", text).ShouldBe(mistake is null, $"{text}\n{mistake}");
            refused += mistake is null ? 0 : 1;
        }

        refused.ShouldBeInRange(1000, 3000);
    }

    // Limits that the text beside the grammar states: finite numbers, and a confidence between 0% and 100%.
    private static bool IsLimitOfValues(string mistake) =>
        mistake.EndsWith("is not a number", StringComparison.Ordinal) || mistake.StartsWith("after '@'", StringComparison.Ordinal);

    private static string? Mistake(string text)
    {
        string? found = null;
        GateParser.Parse(text, 0, text.Length, (_, _, message) => found = message);
        return found;
    }

    private static string Guide() => File.ReadAllText(RepositoryFile.At("docs", "guides", "checklist.md")).ReplaceLineEndings("\n");

    [GeneratedRegex(@"```ebnf\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
