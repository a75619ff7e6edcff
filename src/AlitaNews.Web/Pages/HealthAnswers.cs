using AlitaNews.Web.Publishing;

namespace AlitaNews.Web.Pages;

/// <summary><c>/healthz</c>: the process lives. <c>/readyz</c>: the database was reached once and an edition is loaded. On both listeners.</summary>
public sealed class HealthAnswers(RequestDelegate next, CurrentEdition edition, SecurityHeaders security)
{
    private const string Alive = "/healthz";
    private const string Ready = "/readyz";

    /// <summary>Whether an address is one of the two.</summary>
    public static bool Answers(PathString path) => path.Value is Alive or Ready;

    /// <summary>Answers, or passes the request on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (!Answers(context.Request.Path))
            return next(context);
        var isWell = context.Request.Path.Value == Alive || edition.Loaded;
        security.Apply(context);
        var response = context.Response;
        response.Headers.CacheControl = CacheControl.NoStore;
        response.ContentType = "text/plain; charset=utf-8";
        if (!isWell)
        {
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            response.Headers.RetryAfter = "1";
        }

        var text = isWell ? "ok\n" : "no edition is loaded yet\n";
        response.ContentLength = text.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.WriteAsync(text, context.RequestAborted);
    }
}
