using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using AlitaNews.Web;

namespace AlitaNews.Site.Tests.Verbs;

/// <summary>The real program as its own process.</summary>
internal sealed class Executable : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private Executable(Process process) => _process = process;

    public string Output => Read(_output);

    public string Errors => Read(_errors);

    public static Executable Start(params string[] arguments) => Start(new Dictionary<string, string>(), arguments);

    /// <summary>Starts it with variables of its own.</summary>
    public static Executable Start(IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        // A shell that starts something in the background has it ignore interrupts, and all that it starts.
        var start = new ProcessStartInfo("env") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        foreach (var argument in (string[])["--default-signal=INT", "dotnet", typeof(SiteHost).Assembly.Location, .. arguments])
            start.ArgumentList.Add(argument);
        var program = new Executable(new Process { StartInfo = start });
        program._process.OutputDataReceived += (_, line) => Append(program._output, line.Data);
        program._process.ErrorDataReceived += (_, line) => Append(program._errors, line.Data);
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var program = Start(arguments);
        var code = await program.EndAsync();
        return (code, program.Output, program.Errors);
    }

    public async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public void Signal(PosixSignal signal) => Process.Start("kill", [signal == PosixSignal.SIGINT ? "-INT" : "-TERM", $"{_process.Id}"]).WaitForExit();

    /// <summary>Sends any signal, by its name: <c>-STOP</c>, <c>-CONT</c>.</summary>
    public Task SendAsync(string signal) => Process.Start("kill", [signal, $"{_process.Id}"]).WaitForExitAsync();

    /// <summary>Whether one of its connections begins at this port of the loopback interface.</summary>
    public bool HasConnectionFrom(int port)
    {
        // The local address and the inode of each socket, and the inodes of those that the program holds open.
        var inodes = File.ReadLines("/proc/net/tcp").Skip(1).Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[1].EndsWith($":{port:X4}", StringComparison.Ordinal)).Select(static fields => $"socket:[{fields[9]}]").ToHashSet();
        return Directory.EnumerateFiles($"/proc/{_process.Id}/fd").Any(handle => File.ResolveLinkTarget(handle, returnFinalTarget: false) is { } target && inodes.Contains(target.Name));
    }

    /// <summary>Ends the program as <c>kill -9</c> does: it and nothing else.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
            text.AppendLine(line);
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
            return text.ToString().Trim();
    }
}
