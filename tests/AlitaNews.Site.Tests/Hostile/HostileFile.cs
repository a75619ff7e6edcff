using System.Text;

namespace AlitaNews.Site.Tests.Hostile;

/// <summary>A file somebody put into the content folder to do harm.</summary>
internal sealed record HostileFile(string Path, byte[] Bytes)
{
    public HostileFile(string path, string text)
        : this(path, Encoding.UTF8.GetBytes(text))
    {
    }
}
