namespace AlitaNews.Bench.Stage;

/// <summary>The yardstick for files: nginx, tuned, with the recorded bytes as a file compressed beforehand.</summary>
internal static class Nginx
{
    /// <summary>Starts it on a folder that holds <c>page.html</c> and <c>page.html.gz</c>.</summary>
    /// <param name="page">What it serves.</param>
    /// <param name="folder">Where that was written.</param>
    /// <param name="withHeaders">Whether it sends the headers of the page, too, or only its own.</param>
    public static async Task<Server> StartAsync(RecordedPage page, string folder, bool withHeaders)
    {
        var port = Server.FindPort();
        string[] own = ["Content-Type", "Content-Encoding", "ETag", "Last-Modified", "Vary"];
        var headers = withHeaders ? page.Headers.Where(h => !own.Contains(h.Key)).Select(static h => $"add_header {h.Key} \"{h.Value}\";") : [];
        var name = withHeaders ? "nginx" : "nginx-plain";
        var settings = Path.Combine(folder, name + ".conf");
        await File.WriteAllTextAsync(settings, $$"""
            daemon off;
            pid {{folder}}/{{name}}.pid;
            error_log stderr error;
            worker_processes auto;
            events { worker_connections 1024; multi_accept on; }
            http {
                access_log off;
                sendfile on;
                tcp_nopush on;
                tcp_nodelay on;
                keepalive_requests 100000000;
                open_file_cache max=20000 inactive=60s;
                open_file_cache_valid 60s;
                gzip_static on;
                gzip_vary on;
                types { text/html html; }
                charset utf-8;
                server {
                    listen 127.0.0.1:{{port}};
                    root {{folder}};
                    {{string.Join("\n        ", headers)}}
                }
            }
            """);
        var server = Server.Start(name, port, "nginx", ["-p", folder, "-c", settings]);
        await server.WaitForAsync("/page.html");
        return server;
    }
}
