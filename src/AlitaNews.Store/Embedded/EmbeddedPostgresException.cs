namespace AlitaNews.Store.Embedded;

/// <summary>The embedded database cannot be had; the message is one line that says why and names the ways out.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    /// <summary>Creates the exception with its one line.</summary>
    public EmbeddedPostgresException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its one line and what caused it.</summary>
    public EmbeddedPostgresException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates an exception that says nothing in particular.</summary>
    public EmbeddedPostgresException()
        : this("The embedded database cannot be started.")
    {
    }
}
