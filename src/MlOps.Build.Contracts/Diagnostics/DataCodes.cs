namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of data, <c>MLOPS1xxx</c>. A code is never reused.</summary>
public static class DataCodes
{
    /// <summary>There is no data file, or it does not exist.</summary>
    public const string NoDataFile = "MLOPS1001";

    /// <summary>A data file has no content.</summary>
    public const string EmptyFile = "MLOPS1002";

    /// <summary>A data file has a header and no rows.</summary>
    public const string NoRows = "MLOPS1003";

    /// <summary>A value lies outside <c>min</c> and <c>max</c>.</summary>
    public const string OutOfRange = "MLOPS1004";

    /// <summary>A data file has only one column.</summary>
    public const string SingleColumn = "MLOPS1005";

    /// <summary>Two columns have the same name.</summary>
    public const string DuplicateColumn = "MLOPS1006";

    /// <summary>A row has too many or too few fields.</summary>
    public const string FieldCount = "MLOPS1007";

    /// <summary>A quoted field is never closed.</summary>
    public const string UnclosedQuote = "MLOPS1008";

    /// <summary>A data file is not UTF-8 text.</summary>
    public const string Encoding = "MLOPS1009";

    /// <summary>A quote stands inside a field that is not quoted.</summary>
    public const string StrayQuote = "MLOPS1010";

    /// <summary>A column of the contract is not in the data.</summary>
    public const string ColumnMissing = "MLOPS1011";

    /// <summary>A column of the data is not in the contract.</summary>
    public const string ColumnNotInContract = "MLOPS1012";

    /// <summary>A value does not parse as its column's type.</summary>
    public const string TypeMismatch = "MLOPS1013";

    /// <summary>A number is NaN, infinite or too large for its type.</summary>
    public const string NotFinite = "MLOPS1014";

    /// <summary>More values are missing than the contract allows.</summary>
    public const string MissingValues = "MLOPS1015";

    /// <summary>A value of a unique column occurs more than once.</summary>
    public const string NotUnique = "MLOPS1016";

    /// <summary>A value is not one of the allowed ones.</summary>
    public const string NotInSet = "MLOPS1017";

    /// <summary>A value does not match the column's pattern.</summary>
    public const string PatternMismatch = "MLOPS1018";

    /// <summary>A text is too short or too long.</summary>
    public const string Length = "MLOPS1019";

    /// <summary>The table has too few or too many rows.</summary>
    public const string RowCount = "MLOPS1020";

    /// <summary>Two rows have the same key.</summary>
    public const string DuplicateKey = "MLOPS1021";

    /// <summary>Data files of one table have different headers.</summary>
    public const string HeadersDiffer = "MLOPS1022";

    /// <summary>A data file cannot be read.</summary>
    public const string Unreadable = "MLOPS1023";

    /// <summary>A rule in <c>schema.yaml</c> cannot be kept by any value or does not fit its column.</summary>
    public const string ContractRule = "MLOPS1024";

    /// <summary>A column has no name.</summary>
    public const string UnnamedColumn = "MLOPS1025";

    /// <summary>Timestamps without an offset were taken as UTC.</summary>
    public const string OffsetAssumed = "MLOPS1026";

    /// <summary>Text stands between a closing quote and the delimiter.</summary>
    public const string TextAfterQuote = "MLOPS1027";

    /// <summary>A row is longer than a row may be.</summary>
    public const string RowTooLong = "MLOPS1030";

    /// <summary>A step of <c>cleaning</c> is not sound.</summary>
    public const string CleaningStep = "MLOPS1150";

    /// <summary>More rows would go to quarantine than the contract allows.</summary>
    public const string QuarantineLimit = "MLOPS1151";

    /// <summary>Cleaning leaves no row.</summary>
    public const string NothingLeft = "MLOPS1152";

    /// <summary>The data break a rule of the contract, and a looser one is proposed.</summary>
    public const string ContractProposal = "MLOPS1153";

    /// <summary>A data file is cut off or damaged.</summary>
    public const string Damaged = "MLOPS1160";

    /// <summary>A data file is of a format that cannot be read.</summary>
    public const string UnknownFormat = "MLOPS1161";

    /// <summary>A line of a JSON Lines file is no object.</summary>
    public const string JsonLine = "MLOPS1162";

    /// <summary>A value of a JSON Lines file is an object or a list.</summary>
    public const string NestedValue = "MLOPS1163";

    /// <summary>The folders above files, <c>key=value</c>, do not agree.</summary>
    public const string PartitionFolders = "MLOPS1164";

    /// <summary>A folder that is named as data has no data file.</summary>
    public const string EmptyFolder = "MLOPS1165";

    /// <summary>A link in a folder of data leads elsewhere.</summary>
    public const string LinkElsewhere = "MLOPS1166";

    /// <summary>A column stands in a file and in the names of its folders.</summary>
    public const string PartitionInFile = "MLOPS1167";

    /// <summary>A file is no expectation suite.</summary>
    public const string NoSuite = "MLOPS1100";

    /// <summary>A suite names an expectation that is not known.</summary>
    public const string UnknownExpectation = "MLOPS1101";

    /// <summary>An expectation has an argument that it does not take.</summary>
    public const string UnknownArgument = "MLOPS1102";

    /// <summary>Rows do not keep an expectation.</summary>
    public const string ExpectationNotMet = "MLOPS1103";

    /// <summary>An expectation could not be judged.</summary>
    public const string ExpectationNotJudged = "MLOPS1104";

    /// <summary>A file is no schema of TensorFlow Data Validation.</summary>
    public const string NoTfdvSchema = "MLOPS1105";

    /// <summary>A part of a schema of TensorFlow Data Validation has no counterpart in a contract.</summary>
    public const string TfdvNotCarried = "MLOPS1106";
}
