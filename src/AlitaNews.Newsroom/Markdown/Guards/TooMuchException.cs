namespace AlitaNews.Newsroom.Markdown.Guards;

/// <summary>A text holds more of something than can be compiled in the time and memory that a file may take. Ends the compilation where that is known.</summary>
public sealed class TooMuchException : Exception
{
    /// <summary>Without a reason.</summary>
    public TooMuchException()
    {
    }

    /// <summary>With what there is too much of, for an editor.</summary>
    public TooMuchException(string message)
        : base(message)
    {
    }

    /// <summary>With what there is too much of, and why that was found.</summary>
    public TooMuchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Where, in the text that is compiled.</summary>
    public int Offset { get; init; }
}
