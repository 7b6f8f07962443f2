namespace MlOps.Build.Engine.Reporting.Document;

/// <summary>A column of a table; numbers stand at the right.</summary>
internal readonly record struct TableColumn(string Title, bool Numeric = false);
