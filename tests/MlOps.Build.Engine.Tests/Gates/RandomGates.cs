using System.Globalization;
using System.Text;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tests.Gates;

/// <summary>Draws gates: ones that parse, ones that were damaged, and streams of tokens.</summary>
internal sealed class RandomGates(long seed)
{
    private static readonly string[] Names = ["auc", "brier", "pr_auc", "baseline.auc", "champion.auc", "logistic_regression.auc", "f1", "recall"];
    private static readonly string[] Units = ["", "", "", "", "", "", "%", "%", "%", "ms", "d", "kB", "MiB", "\u00B5s"];
    private static readonly string[] Relations = [">=", "<=", ">", "<", "==", "!="];
    private static readonly string[] Functions = ["min", "max", "mean", "abs", "count", "quantile", "slices", "windows"];
    private static readonly string[] Conditions = ["champion", "not champion", "stage('production')", "not stage(\"a b\")"];

    private static readonly string[] Pieces =
    [
        "nothing", "moon", .. Names, .. Relations, .. Functions, .. Conditions, "warn:", "and", "or", "not", "when", "@", "95%", "0.9", "(", ")", ",", ".", ":", "+", "-", "*",
        "/", "'Wildlife Size'", "\"", "'", "rows: 30", "5ms", "20MB", "1e308", "1e999", "=", "\n", "\t", "\0", "`", "\u2265", "\uD83D", "\uDE00", "\u202E", "e\u0301",
    ];

    private readonly SeededRandom _random = new(seed);

    /// <summary>Tokens in any order.</summary>
    public string Stream()
    {
        var text = new StringBuilder();
        for (var length = _random.Next(24); length > 0; length--)
            text.Append(Pick(Pieces)).Append(_random.Next(3) == 0 ? "" : " ");
        return text.ToString();
    }

    /// <summary>A gate that parses.</summary>
    public string Gate()
    {
        var text = new StringBuilder(_random.Next(8) == 0 ? "warn: " : "").Append(Comparison());
        while (_random.Next(4) == 0)
            text.Append(_random.Next(2) == 0 ? " and " : " or ").Append(Comparison());
        if (_random.Next(4) == 0)
            text.Append(" when ").Append(Pick(Conditions)).Append(_random.Next(3) == 0 ? " and " + Pick(Conditions) : "");
        return text.ToString();
    }

    /// <summary>A gate with some of its characters removed, doubled or exchanged for pieces.</summary>
    public string Damaged()
    {
        var text = new StringBuilder(Gate());
        for (var count = 1 + _random.Next(3); count > 0 && text.Length > 0; count--)
        {
            var at = _random.Next(text.Length);
            switch (_random.Next(3))
            {
                case 0:
                    text.Remove(at, 1);
                    break;
                case 1:
                    text.Insert(at, text[at]);
                    break;
                default:
                    text.Insert(at, Pick(Pieces));
                    break;
            }
        }

        return text.ToString();
    }

    private string Comparison() => $"{Sum(0)} {Pick(Relations)} {Sum(0)}{(_random.Next(3) == 0 ? " @ 95%" : "")}";

    private string Sum(int depth) => _random.Next(depth > 3 ? 2 : 8) switch
    {
        0 or 2 => Pick(Names),
        1 => _random.Next(1000).ToString(CultureInfo.InvariantCulture) + (_random.Next(2) == 0 ? ".5" : "") + Pick(Units),
        3 => "-" + Sum(depth + 1),
        4 => $"({Sum(depth + 1)})",
        5 => $"{Sum(depth + 1)} {"+-*/"[_random.Next(4)]} {Sum(depth + 1)}",
        6 => $"{Pick(Functions)}(slices('Wildlife Size', rows: {_random.Next(400)}).auc)",
        _ => $"{Pick(Functions[..4])}({Sum(depth + 1)}, {Sum(depth + 1)})",
    };

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}
