namespace MlOps.Build.Databases;

/// <summary>Whose query it is.</summary>
internal enum QueryKind
{
    Sqlite,

    Postgres,
}
