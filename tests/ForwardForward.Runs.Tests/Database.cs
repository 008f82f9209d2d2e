using Microsoft.Data.Sqlite;

namespace ForwardForward.Runs.Tests;

/// <summary>The database of a data folder, changed behind the program's back.</summary>
internal static class Database
{
    /// <summary>Runs a command.</summary>
    public static void Run(string folder, string sql)
    {
        using var connection = Open(folder);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first value of the first row.</summary>
    public static object? Ask(string folder, string sql)
    {
        using var connection = Open(folder);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>A connection of its own.</summary>
    public static SqliteConnection Open(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "runs.db")};Pooling=False");
        connection.Open();
        return connection;
    }
}
