namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of gates, <c>MLOPS4xxx</c>. A code is never reused.</summary>
public static class GateCodes
{
    /// <summary>An item of the checklist does not hold.</summary>
    public const string Failed = "MLOPS4001";

    /// <summary>The checklist has no items.</summary>
    public const string NoItems = "MLOPS4002";

    /// <summary>An item of the checklist could not be decided.</summary>
    public const string Undecided = "MLOPS4003";

    /// <summary>An expression does not parse.</summary>
    public const string Syntax = "MLOPS4004";

    /// <summary>An expression names a metric or model that does not exist here.</summary>
    public const string UnknownName = "MLOPS4005";

    /// <summary>An expression calls a function that does not exist.</summary>
    public const string UnknownFunction = "MLOPS4006";

    /// <summary>A part of an expression is of the wrong kind.</summary>
    public const string WrongKind = "MLOPS4007";

    /// <summary>An interval is asked for that the evaluation does not give.</summary>
    public const string WrongConfidence = "MLOPS4008";

    /// <summary>An expression is too long or nested too deep.</summary>
    public const string TooComplex = "MLOPS4009";

    /// <summary>The checklist is too large or nested too deep to be read.</summary>
    public const string Unreadable = "MLOPS4010";

    /// <summary>A list item holds an expression but is not checked.</summary>
    public const string NotChecked = "MLOPS4011";

    /// <summary>A condition after <c>when</c> does not exist.</summary>
    public const string UnknownCondition = "MLOPS4012";

    /// <summary>An expression asks for groups of a column that is not a declared slice.</summary>
    public const string UnknownSlice = "MLOPS4013";

    /// <summary>An item that only warns does not hold.</summary>
    public const string Warned = "MLOPS4014";

    /// <summary>Things of different units are compared or added.</summary>
    public const string WrongUnit = "MLOPS4015";

    /// <summary>There is no evaluation to judge a checklist by.</summary>
    public const string NotBuilt = "MLOPS4016";

    /// <summary>What a checklist is judged by is of an earlier build.</summary>
    public const string Outdated = "MLOPS4017";
}
