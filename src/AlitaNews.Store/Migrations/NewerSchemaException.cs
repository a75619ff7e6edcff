namespace AlitaNews.Store.Migrations;

/// <summary>The database belongs to a newer build, and always will: to try again is of no use. The message is one line that says what to do.</summary>
public sealed class NewerSchemaException : InvalidOperationException
{
    /// <summary>Creates the exception with its one line.</summary>
    public NewerSchemaException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its one line and what caused it.</summary>
    public NewerSchemaException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates an exception that does not know the numbers.</summary>
    public NewerSchemaException()
        : this("The database belongs to a newer build.")
    {
    }
}
