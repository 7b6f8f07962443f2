using System.Text;
using System.Text.RegularExpressions;
using MlOps.Build.Engine.Data.Patterns;

namespace MlOps.Build.Engine.Tests.Data.Blocks;

/// <summary>A pattern that became a table says of any text what the framework's expression says.</summary>
public sealed class BytePatternTests
{
    [Theory]
    [InlineData("C-[0-9]{7}")]
    [InlineData("^[A-Z]{2}\\d+$")]
    [InlineData("(red|green|blue)+-?")]
    [InlineData("[^,;]*")]
    [InlineData("a.c|")]
    [InlineData("(?:[a-f0-9]{2}:){5}[a-f0-9]{2}")]
    [InlineData("[\\w.+-]+@\\w+\\.[a-z]{2,4}")]
    [InlineData("\\s*-?\\d*(\\.\\d+)?")]
    public void Common_patterns_need_no_expression(string pattern) => BytePattern.Of(pattern).ShouldNotBeNull();

    [Theory]
    [InlineData("(?i)a")]
    [InlineData("\\bword\\b")]
    [InlineData("[a-z-[aeiou]]")]
    [InlineData("é+")]
    [InlineData("\\p{L}+")]
    [InlineData("a{2}{3}")]
    [InlineData("[")]
    [InlineData("a$b")]
    [InlineData("(a")]
    [InlineData("*")]
    public void What_is_not_simple_is_left_to_the_framework(string pattern) => BytePattern.Of(pattern).ShouldBeNull();

    [Fact]
    public void Tables_agree_with_the_framework()
    {
        var random = new Random(5);
        var compared = 0;
        for (var round = 0; round < 1500; round++)
        {
            var pattern = Pattern(random, 3);
            if (BytePattern.Of(pattern) is not { } table)
                continue;
            var regex = new Regex($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            for (var i = 0; i < 30; i++)
            {
                var text = new string([.. Enumerable.Range(0, random.Next(7)).Select(_ => "ab1-_ \nA.é"[random.Next(10)])]);
                if (table.Match(Encoding.UTF8.GetBytes(text)) is { } matched)
                {
                    matched.ShouldBe(regex.IsMatch(text), $"'{pattern}' on '{text}'");
                    compared++;
                }
            }
        }

        compared.ShouldBeGreaterThan(10_000);
    }

    private static string Pattern(Random random, int depth)
    {
        var parts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Part(random, depth) + Quantifier(random));
        return string.Concat(parts) + (depth > 0 && random.Next(4) == 0 ? "|" + Pattern(random, depth - 1) : "");
    }

    private static string Part(Random random, int depth) => random.Next(depth > 0 ? 10 : 8) switch
    {
        0 => ".",
        1 => "\\d",
        2 => "\\w",
        3 => "[ab-]",
        4 => "[^a1]",
        5 => "\\s",
        6 => "[A-Za-c]",
        7 => "ab1-_A"[random.Next(6)].ToString(),
        8 => $"({Pattern(random, depth - 1)})",
        _ => $"(?:{Pattern(random, depth - 1)})",
    };

    private static string Quantifier(Random random) => random.Next(9) switch
    {
        0 => "*",
        1 => "+",
        2 => "?",
        3 => "{2}",
        4 => "{1,3}",
        5 => "{1,}",
        6 => "*?",
        _ => "",
    };
}
