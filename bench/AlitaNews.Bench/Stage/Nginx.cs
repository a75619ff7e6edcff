namespace AlitaNews.Bench.Stage;

/// <summary>The yardstick for files: nginx, tuned, with the recorded bytes as a file compressed beforehand.</summary>
internal static class Nginx
{
    /// <summary>Its address of a page that the site has at another.</summary>
    public static string PathOf(string path) => path + "/page.html";

    /// <summary>Starts it on a folder of recorded pages.</summary>
    /// <param name="page">One of them.</param>
    /// <param name="folder">Where they were written.</param>
    /// <param name="path">The site's address of that one.</param>
    /// <param name="withHeaders">Whether it sends the headers of the page, too, or only its own.</param>
    public static async Task<Server> StartAsync(RecordedPage page, string folder, string path, bool withHeaders)
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
        await server.WaitForAsync(PathOf(path));
        return server;
    }
}
