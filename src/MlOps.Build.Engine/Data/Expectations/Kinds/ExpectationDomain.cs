namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>What an expectation looks at.</summary>
internal enum ExpectationDomain
{
    /// <summary>Each value of a column.</summary>
    ColumnMap,

    /// <summary>A number that is computed from a column.</summary>
    ColumnAggregate,

    /// <summary>The values of two columns in each row.</summary>
    ColumnPairMap,

    /// <summary>The values of several columns in each row.</summary>
    MulticolumnMap,

    /// <summary>The table as a whole.</summary>
    Table,
}
