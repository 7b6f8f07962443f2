namespace MlOps.Build.Engine.Gates.Values;

/// <summary>A number, or the reason why there is none.</summary>
internal sealed record Quantity : GateValue
{
    private Quantity()
    {
    }

    /// <summary>Finite, or null when it is not defined.</summary>
    public double? Value { get; private init; }

    /// <summary>Why there is no value, in words.</summary>
    public string? Reason { get; private init; }

    /// <summary>How the value is made of metrics; decides which interval belongs to it.</summary>
    public LinearForm Form { get; private init; } = LinearForm.Constant(0);

    /// <summary>What the value measures; it is in the dimension's base unit.</summary>
    public Dimension Dimension { get; init; }

    /// <summary>The group that a minimum or maximum was found in.</summary>
    public string? Group { get; init; }

    public static Quantity Of(double value, LinearForm form) =>
        double.IsFinite(value) ? new Quantity { Value = value, Form = form } : Undefined("the result is not a finite number");

    public static Quantity Number(double value) => Of(value, LinearForm.Constant(value));

    /// <summary>A value that is no linear form of metrics; it stands for itself, with its own interval when it has one.</summary>
    public static Quantity Opaque(double value, string source, Expressions.Interval? interval) =>
        Of(value, LinearForm.Of(new Atom(source, null, null, interval)));

    public static Quantity Undefined(string reason) => new() { Reason = reason };
}
