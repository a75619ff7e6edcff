using System.Data.Common;
using System.Net.Sockets;
using AlitaNews.Web.Pages;

namespace AlitaNews.Web.Errors;

/// <summary>
/// The one place where something that went wrong becomes an answer: a failure is logged here, once; a status without a body gets its page.
/// Mistakes of the other side are not errors of ours and are not logged as such.
/// </summary>
public sealed class ErrorPages(RequestDelegate next, SecurityHeaders security, ILogger<ErrorPages> log)
{
    // Classes of SQLSTATE that say "not now" and not "never": connection, resources, intervention, system; and a server that is read-only.
    private static readonly string[] Passing = ["08", "25", "40", "53", "55", "57", "58"];

    /// <summary>Runs the rest of the pipeline.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        security.Apply(context);
        var status = await RunAsync(context);
        if (status == StatusCodes.Status416RangeNotSatisfiable)
            ForgetFile(context);
        if (ErrorPage.Exists(status) && !context.Response.HasStarted && context.Response.ContentLength is null && context.Response.ContentType is null)
            await ErrorPage.WriteAsync(context, status);
    }

    private async Task<int> RunAsync(HttpContext context)
    {
        try
        {
            await next(context);
            return context.Response.StatusCode;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return StatusCodes.Status499ClientClosedRequest;
        }
        catch (BadHttpRequestException e)
        {
            Clear(context);
            return e.StatusCode;
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            Clear(context);
            if (IsOutage(e))
            {
                log.LogError("{Path}: the database does not answer ({Reason}); request {Request}", context.Request.Path.ToUriComponent(), e.Message, context.TraceIdentifier);
                return StatusCodes.Status503ServiceUnavailable;
            }

            log.LogError(e, "{Path} failed; request {Request}", context.Request.Path.ToUriComponent(), context.TraceIdentifier);
            return StatusCodes.Status500InternalServerError;
        }
    }

    /// <summary>Whether a failure says that the database is away, full or busy, rather than that we asked something wrong.</summary>
    public static bool IsOutage(Exception e) => e switch
    {
        DbException { SqlState: { Length: >= 2 } state } => Passing.Contains(state[..2]),
        DbException or TimeoutException or SocketException => true,
        { InnerException: { } inner } => IsOutage(inner),
        _ => false,
    };

    // The answer is about a file, but it is no file: of what was said about it only its length is left.
    private void ForgetFile(HttpContext context)
    {
        var range = context.Response.Headers.ContentRange;
        Clear(context);
        if (context.Response.HasStarted)
            return;
        context.Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
        context.Response.Headers.ContentRange = range;
    }

    private void Clear(HttpContext context)
    {
        if (context.Response.HasStarted)
            return;
        context.Response.Clear();
        security.Apply(context);
    }
}
