using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace AlitaNews.Site.Tests.House;

/// <summary>The Newsroom touches nothing: its compiled code refers to no file, clock, network, randomness, process or thread.</summary>
public sealed partial class PurityTests
{
    [Fact]
    public void The_newsroom_touches_nothing() => Assert.Empty(ListImpure(Path.Combine(AppContext.BaseDirectory, "AlitaNews.Newsroom.dll")));

    [Fact]
    public void What_touches_the_world_is_found()
    {
        // This assembly does what the Newsroom may not: it reads files.
        var found = ListImpure(typeof(PurityTests).Assembly.Location).ToArray();
        Assert.Contains("System.IO.File.ReadAllText", found);
        Assert.Contains("System.IO.Directory.EnumerateFiles", found);
    }

    [Theory]
    [InlineData("System.IO.File.ReadAllText", true)]
    [InlineData("System.IO.FileStream..ctor", true)]
    [InlineData("System.IO.Path.GetFullPath", true)]
    [InlineData("System.IO.Path.GetExtension", false)]
    [InlineData("System.IO.MemoryStream..ctor", false)]
    [InlineData("System.Net.Http.HttpClient..ctor", true)]
    [InlineData("System.Net.Sockets.Socket..ctor", true)]
    [InlineData("System.Net.WebUtility.HtmlEncode", false)]
    [InlineData("System.DateTime.get_UtcNow", true)]
    [InlineData("System.DateTimeOffset.get_Now", true)]
    [InlineData("System.DateTimeOffset.get_UtcDateTime", false)]
    [InlineData("System.Random.get_Shared", true)]
    [InlineData("System.Guid.NewGuid", true)]
    [InlineData("System.Guid.Parse", false)]
    [InlineData("System.Environment.get_NewLine", true)]
    [InlineData("System.Diagnostics.Stopwatch.StartNew", true)]
    [InlineData("System.Threading.Thread.Sleep", true)]
    [InlineData("System.Threading.Tasks.Task.Delay", true)]
    [InlineData("System.TimeProvider.get_System", true)]
    [InlineData("System.TimeZoneInfo.get_Local", true)]
    [InlineData("System.Security.Cryptography.RandomNumberGenerator.GetBytes", true)]
    [InlineData("System.Security.Cryptography.SHA256.HashData", false)]
    [InlineData("System.Console.WriteLine", true)]
    [InlineData("NodaTime.SystemClock.get_Instance", true)]
    [InlineData("NodaTime.DateTimeZone.get_Utc", false)]
    public void A_member_is_judged_by_its_name(string member, bool impure) => Assert.Equal(impure, Impure().IsMatch(member));

    private static ImmutableArray<string> ListImpure(string assembly)
    {
        using var stream = File.OpenRead(assembly);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        return [.. metadata.MemberReferences.Select(handle => Name(metadata, handle)).OfType<string>().Where(static name => Impure().IsMatch(name)).Distinct(StringComparer.Ordinal)];
    }

    private static string? Name(MetadataReader metadata, MemberReferenceHandle handle)
    {
        var member = metadata.GetMemberReference(handle);
        if (member.Parent.Kind != HandleKind.TypeReference)
            return null;
        var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}";
    }

    // The compiler's own iterators ask for the number of their thread.
    [GeneratedRegex("""
        ^System\.IO\.(File|FileInfo|FileStream|FileSystemWatcher|FileSystemInfo|Directory|DirectoryInfo|DriveInfo|RandomAccess|IsolatedStorage\..*)\.
        |^System\.IO\.Path\.(GetFullPath|GetTempPath|GetTempFileName|GetRandomFileName|Exists)$
        |^System\.Net\.(Http|Sockets|Security|NetworkInformation|Mail|WebSockets)\.
        |^System\.Net\.(Dns|WebClient|WebRequest|HttpWebRequest|HttpListener)\.
        |^System\.(DateTime|DateTimeOffset)\.get_(Now|UtcNow|Today)$
        |^System\.(Random|Console|TimeProvider|AppContext|AppDomain)\.
        |^System\.Environment\.(?!get_CurrentManagedThreadId$)
        |^System\.TimeZoneInfo\.get_Local$
        |^System\.Guid\.(NewGuid|CreateVersion7)$
        |^System\.Security\.Cryptography\.RandomNumberGenerator\.
        |^System\.Diagnostics\.(Stopwatch|Process)\.
        |^System\.Threading\.(Thread|Timer|PeriodicTimer)\.
        |^System\.Threading\.Tasks\.Task\.(Delay|Run)$
        |^NodaTime\.(SystemClock|ZonedClock)\.
        |^NodaTime\.IDateTimeZoneProvider\.GetSystemDefault$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Impure();
}
