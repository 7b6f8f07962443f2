namespace MlOps.Build.Contracts;

/// <summary>Rows against the reference that they ought to be like, column by column.</summary>
public sealed record DriftComparison
{
    /// <summary>The name of the comparison of today's training rows with the champion's.</summary>
    public const string Champion = "champion";

    /// <summary>The name of the comparison of two files.</summary>
    public const string Files = "files";

    /// <summary>The name of the comparison of the validation rows with the training rows.</summary>
    public const string Validation = "validation";

    /// <summary>The name of the comparison of the test rows with the training rows.</summary>
    public const string Test = "test";

    /// <summary><see cref="Validation"/>, <see cref="Test"/>, <see cref="Champion"/> or <see cref="Files"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Rows of the reference.</summary>
    public required long ReferenceRows { get; init; }

    /// <summary>Rows compared with it.</summary>
    public required long Rows { get; init; }

    /// <summary>The columns that features are made of, in their order.</summary>
    public required IReadOnlyList<ColumnDrift> Columns { get; init; }

    /// <summary>Why nothing was compared, in words; null when something was.</summary>
    public string? NotCompared { get; init; }

    /// <summary>Columns that were compared; undecided ones are not among them.</summary>
    public int Compared => Columns.Count(column => column.Psi is not null && !column.Undecided);

    /// <summary>Columns of which too little is known.</summary>
    public int UndecidedColumns => Columns.Count(column => column.Undecided);

    /// <summary>Columns that drift.</summary>
    public int Drifting => Columns.Count(column => column.Drifts);

    /// <summary><see cref="Drifting"/> by <see cref="Compared"/>, 0 to 1; null when no column was compared.</summary>
    public double? Share => Compared == 0 ? null : (double)Drifting / Compared;

    /// <summary>The largest population stability index; null when no column was compared.</summary>
    public double? LargestPsi => Columns.Max(column => column.Psi);
}
