using System.Text;

namespace AlitaNews.Web.Verbs;

/// <summary>What a verb prints: UTF-8 without a mark. A full disk or a closed output is one line, like everything that is wrong around the program.</summary>
internal static class VerbOutput
{
    /// <summary>Prints to standard output.</summary>
    /// <exception cref="SettingException">It cannot be written.</exception>
    public static void Print(Action<TextWriter> print)
    {
        try
        {
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            print(output);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"Standard output cannot be written: {(e.InnerException ?? e).Message}", e);
        }
    }
}
