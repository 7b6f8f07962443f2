namespace MlOps.Build.Engine.Data.Expectations.Conditions;

/// <summary>What comparing with a missing value gives.</summary>
internal enum ConditionDialect
{
    /// <summary>False, and true for "not equal" (<c>pandas</c>, <c>python</c>).</summary>
    Pandas,

    /// <summary>Unknown, which selects nothing and stays unknown when negated (<c>great_expectations</c>, <c>spark</c>, SQL).</summary>
    Sql,
}
