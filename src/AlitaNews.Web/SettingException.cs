namespace AlitaNews.Web;

/// <summary>A setting that cannot be used. Its message is the one line a person sees before the program stops with exit code 2.</summary>
public sealed class SettingException : Exception
{
    /// <summary>Names a key and what was expected of it.</summary>
    public SettingException(string key, string expected, string? found)
        : base(found is null ? $"{key}: expected {expected}." : $"{key}: expected {expected}, found \"{found}\".")
    {
    }

    /// <summary>For broken surroundings that no single key explains.</summary>
    public SettingException(string message)
        : base(message)
    {
    }

    /// <summary>For broken surroundings that no single key explains, and what caused them.</summary>
    public SettingException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Nothing is known.</summary>
    public SettingException()
        : base("a setting cannot be used.")
    {
    }
}
