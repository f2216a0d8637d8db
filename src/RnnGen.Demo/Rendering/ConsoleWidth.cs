using Spectre.Console;
using Spectre.Console.Rendering;

namespace RnnGen.Demo.Rendering;

/// <summary>What fits side by side on a console.</summary>
internal static class ConsoleWidth
{
    // Wider than anything the demo writes, so that a measurement is not of something wrapped.
    private const int Unlimited = 10_000;

    /// <summary>Whether no line has to be broken to show something.</summary>
    public static bool Fits(IAnsiConsole console, IRenderable content) =>
        content.Measure(RenderOptions.Create(console, console.Profile.Capabilities), Unlimited).Max <= console.Profile.Width;
}
