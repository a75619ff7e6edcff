using AlitaNews.Newsroom;

namespace AlitaNews.Store.Editions;

/// <summary>Which program compiles the content: what it makes of a file may differ from what another build made of the same bytes.</summary>
internal static class CompilingProgram
{
    /// <summary>The same for every build of the same source: the version ids of the modules that turn a file into rows.</summary>
    public static string Stamp { get; } =
        $"{typeof(NewsroomCompiler).Module.ModuleVersionId:N}{typeof(CompilingProgram).Module.ModuleVersionId:N}";
}
