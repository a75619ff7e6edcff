using System.Reflection;
using System.Runtime.CompilerServices;

namespace AlitaNews.Site.Tests.House;

/// <summary>No ceremony: an interface needs two implementations, and our types do not inherit from one another.</summary>
public sealed class TypeTests
{
    private static readonly Type[] Ours =
        [.. new[] { "AlitaNews.Newsroom", "AlitaNews.Store", "AlitaNews.Web" }.SelectMany(static name => Assembly.Load(name).GetTypes()).Where(IsWritten)];

    private interface ILonely;

    private interface IShared;

    [Fact]
    public void Every_interface_has_more_than_one_implementation() => Assert.Empty(ListLonely(Ours));

    [Fact]
    public void Our_types_do_not_inherit_from_one_another() => Assert.Empty(ListInherited(Ours));

    [Fact]
    public void An_interface_with_one_implementation_is_found() =>
        Assert.Equal([typeof(ILonely).FullName], ListLonely([typeof(ILonely), typeof(IShared), typeof(First), typeof(Second)]));

    [Fact]
    public void Inheritance_of_our_own_is_found() => Assert.Equal([typeof(Heir).FullName], ListInherited([typeof(Parent), typeof(Heir), typeof(First)]));

    private static IEnumerable<string?> ListLonely(Type[] types) => types
        .Where(type => type.IsInterface && types.Count(other => !other.IsInterface && Implements(other, type)) < 2)
        .Select(static type => type.FullName);

    private static IEnumerable<string?> ListInherited(Type[] types) => types
        .Where(type => type.BaseType is { } parent && types.Contains(parent.IsGenericType ? parent.GetGenericTypeDefinition() : parent))
        .Select(static type => type.FullName);

    private static bool Implements(Type type, Type contract) =>
        type.GetInterfaces().Any(found => (found.IsGenericType ? found.GetGenericTypeDefinition() : found) == contract);

    // Compilers write types too: closures, regular expressions, views.
    private static bool IsWritten(Type type) =>
        !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && !type.FullName!.Contains('<', StringComparison.Ordinal)
        && !type.Namespace.AsSpan().StartsWith("AspNetCoreGeneratedDocument") && type.Namespace?.StartsWith("AlitaNews", StringComparison.Ordinal) == true;

    private sealed class First : ILonely, IShared;

    private sealed class Second : IShared;

    private class Parent;

    private sealed class Heir : Parent;
}
