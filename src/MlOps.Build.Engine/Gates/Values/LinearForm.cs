namespace MlOps.Build.Engine.Gates.Values;

/// <summary>A sum of measured parts, each times a factor, plus a constant.</summary>
internal sealed record LinearForm(double Offset, IReadOnlyList<(Atom Atom, double Factor)> Terms)
{
    public bool IsConstant => Terms.Count == 0;

    public static LinearForm Constant(double value) => new(value, []);

    public static LinearForm Of(Atom atom) => new(0, [(atom, 1)]);

    /// <summary>This form times a number.</summary>
    public LinearForm Times(double factor) =>
        new(Offset * factor, [.. Terms.Select(term => (term.Atom, term.Factor * factor)).Where(term => term.Item2 != 0)]);

    /// <summary>The sum of two forms; parts that cancel vanish.</summary>
    public LinearForm Plus(LinearForm other)
    {
        var terms = Terms.ToList();
        foreach (var (atom, factor) in other.Terms)
        {
            var index = terms.FindIndex(term => term.Atom.Key == atom.Key);
            if (index < 0)
                terms.Add((atom, factor));
            else
                terms[index] = (atom, terms[index].Factor + factor);
        }

        return new LinearForm(Offset + other.Offset, [.. terms.Where(term => term.Factor != 0)]);
    }

    public LinearForm Minus(LinearForm other) => Plus(other.Times(-1));
}
