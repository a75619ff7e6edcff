using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pages;
using Microsoft.AspNetCore.Connections;

namespace AlitaNews.Web.Errors;

/// <summary>
/// What is no request at all (U+0000 in the address, a line of a megabyte, nonsense) is refused by the server itself, before any part of the
/// site sees it, and without a word. This gives those answers the page and the headers that all others have.
/// </summary>
public sealed class BareRefusals(CurrentFrame frame, SecurityHeaders security)
{
    private static ReadOnlySpan<byte> UnknownVersion => "HTTP/1.1 505 "u8;

    /// <summary>Takes its place around a connection.</summary>
    public ConnectionDelegate Around(ConnectionDelegate next) => connection =>
    {
        connection.Transport = new Wire(connection.Transport.Input, new Writer(connection.Transport.Output, this, connection.ConnectionId));
        return next(connection);
    };

    private byte[]? FindFull(ReadOnlySpan<byte> answer, string request)
    {
        // Answers of the site's own pages are never empty: only the server writes this.
        if ((!answer.StartsWith("HTTP/1.1 4"u8) && !answer.StartsWith(UnknownVersion)) || answer.IndexOf("\r\nContent-Length: 0\r\nConnection: close\r\n"u8) < 0)
            return null;
        var text = Encoding.Latin1.GetString(answer);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0 || !int.TryParse(text.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status))
            return null;
        // A version that does not exist is the fault of who asked for it, and must not look like one of ours in anybody's statistics.
        if (status == StatusCodes.Status505HttpVersionNotsupported)
        {
            status = StatusCodes.Status400BadRequest;
            text = "HTTP/1.1 400 Bad Request" + text[text.IndexOf('\r', StringComparison.Ordinal)..];
            end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        }

        var page = Encoding.UTF8.GetBytes(ErrorPage.Markup(frame.Frame, status, request));
        var context = new DefaultHttpContext();
        security.Apply(context);
        context.Response.Headers.CacheControl = CacheControl.NoStore;
        context.Response.ContentType = ErrorPage.MediaType;
        var head = new StringBuilder(text[..end].Replace("Content-Length: 0", string.Create(CultureInfo.InvariantCulture, $"Content-Length: {page.Length}"), StringComparison.Ordinal)).Append("\r\n");
        foreach (var (name, value) in context.Response.Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        return [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. page];
    }

    private sealed record Wire(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    // Passes everything on; looks at the first bytes of what was written, no more.
    private sealed class Writer(PipeWriter inner, BareRefusals refusals, string connection) : PipeWriter
    {
        private Memory<byte> _open;

        public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

        public override long UnflushedBytes => inner.UnflushedBytes;

        public override Memory<byte> GetMemory(int sizeHint = 0) => _open = inner.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public override void Advance(int bytes)
        {
            var full = bytes > 0 && bytes <= _open.Length ? refusals.FindFull(_open.Span[..bytes], connection) : null;
            _open = default;
            if (full is null)
                inner.Advance(bytes);
            else
                inner.Write(full);
        }

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => inner.FlushAsync(cancellationToken);

        public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default) => inner.WriteAsync(source, cancellationToken);

        public override void CancelPendingFlush() => inner.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => inner.Complete(exception);

        public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);
    }
}
