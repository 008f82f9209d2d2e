using System.Reflection;
using Bunit;
using ForwardForward.Web.Components;
using Microsoft.AspNetCore.Components;

namespace ForwardForward.Web.Tests.Components;

/// <summary>No component without tests of its own.</summary>
public sealed class EveryComponentTests
{
    /// <summary>The document around the application: it exists once for every request and is tested over HTTP and in a real browser.</summary>
    private static readonly Type[] Elsewhere = [typeof(App)];

    [Fact]
    public void EveryRazorComponentHasItsTests()
    {
        var tested = typeof(EveryComponentTests).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, BaseType: { IsGenericType: true } parent } && parent.GetGenericTypeDefinition() == typeof(ComponentTest<>) && HasTest(type))
            .Select(type => type.BaseType!.GetGenericArguments()[0])
            .ToHashSet();
        var components = typeof(App).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IComponent)) && type.Name != "_Imports")
            .Except(Elsewhere)
            .ToArray();

        Assert.NotEmpty(components);
        Assert.Equal([], components.Where(component => !tested.Contains(component)).Select(component => component.Name).Order(StringComparer.Ordinal));
    }

    private static bool HasTest(Type type) => type.GetMethods().Any(method => method.GetCustomAttribute<FactAttribute>() is not null);
}
