using Microsoft.Data.Sqlite;

namespace MlOps.Build.Tracking;

/// <summary>
/// Connections to the runs' file. It has a write-ahead log: writers of several processes wait for each other for milliseconds, readers for
/// nobody, a transaction is there whole or not at all, and what a killed process had begun is forgotten by the next one that opens the file.
/// </summary>
internal static class RunDatabase
{
    /// <summary>How long a writer waits for others. They write for milliseconds.</summary>
    private const int BusySeconds = 15;

    /// <summary>Opens the file to add to it, and makes it when it is not there.</summary>
    public static SqliteConnection OpenToAdd(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        IgnoreByGit(Path.GetDirectoryName(path)!);
        var connection = Open(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            // In a write-ahead log NORMAL loses at most the last transactions when the power goes, never the file.
            RunSchema.Run(connection, "pragma journal_mode = wal; pragma synchronous = normal;");
            RunSchema.Ensure(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens the file to read it.</summary>
    /// <exception cref="RunsFileException">There is none, or it is something else.</exception>
    public static SqliteConnection OpenToRead(string path)
    {
        if (!File.Exists(path))
            throw new RunsFileException("it does not exist. Train a model, or name another file with --file.");
        SqliteConnection? connection = null;
        try
        {
            connection = Open(path, SqliteOpenMode.ReadOnly);
            if (RunSchema.Check(connection) == 0)
                throw new RunsFileException("it is empty. Train a model, or name another file with --file.");
            return connection;
        }
        catch (SqliteException exception)
        {
            connection?.Dispose();
            throw new RunsFileException(exception.Message.ReplaceLineEndings(" "), exception);
        }
        catch (RunsFileException)
        {
            connection?.Dispose();
            throw;
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        // Without a pool the file is closed when it is said to be.
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = BusySeconds };
        var connection = new SqliteConnection(settings.ConnectionString);
        try
        {
            connection.Open();
            RunSchema.Run(connection, FormattableString.Invariant($"pragma busy_timeout = {BusySeconds * 1000};"));
            RunSql.AddFunctions(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // Runs belong to a machine: nobody has to tell git so.
    private static void IgnoreByGit(string folder)
    {
        var ignore = Path.Combine(folder, ".gitignore");
        if (Path.GetFileName(folder) == Engine.Tracking.RunsFile.Folder && !File.Exists(ignore))
            File.WriteAllText(ignore, "*\n");
    }
}
