using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace AlitaNews.Web.Pages.Wire;

/// <summary>One connection, for as long as what is asked for on it is at hand. Its patience is the server's (the limits in <c>SiteServices</c>).</summary>
internal sealed class WireConnection(ConnectionContext connection, Socket socket, WireHits hits)
{
    private const int Grace = 10_000; // milliseconds, for what is small
    private const int BytesPerMillisecond = 1;
    private const long Never = long.MaxValue;
    private readonly PipeReader _input = connection.Transport.Input;
    private readonly AcceptedCoding _accepted = new();
    private long _until = Never;
    private bool _isSending;

    /// <summary>Answers while it can, then leaves the connection to the server, with whatever has arrived.</summary>
    public async Task RunAsync(ConnectionDelegate next)
    {
        connection.Features.Get<IConnectionHeartbeatFeature>()?.OnHeartbeat(static wire => ((WireConnection)wire).Beat(), this);
        SocketThreads.AnswerHere(socket, true);
        var isOver = !await AnswerAsync();
        SocketThreads.AnswerHere(socket, false);
        if (isOver)
            return;

        // Whatever the server makes of it takes longer, and may wait.
        await Task.Yield();
        await next(connection);
    }

    // False: the connection is over.
    private async Task<bool> AnswerAsync()
    {
        var stopping = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested ?? CancellationToken.None;
        await using var woken = stopping.UnsafeRegister(static input => ((PipeReader)input!).CancelPendingRead(), _input);
        try
        {
            while (true)
            {
                _until = Environment.TickCount64 + (long)SiteServices.IdlePatience.TotalMilliseconds;
                var read = await _input.ReadAsync();
                _until = Never;
                var arrived = read.Buffer;
                if (arrived.IsEmpty)
                    return false; // closed, waited for in vain, or the site stops
                WireAnswer answer = default;
                if (!arrived.IsSingleSegment || read.IsCanceled || hits.Find(arrived.FirstSpan, _accepted, out answer) is not (> 0 and var length))
                {
                    // Nothing was looked at, as far as the next reader knows: it gets all of it at once.
                    _input.AdvanceTo(arrived.Start, arrived.Start);
                    return true;
                }

                _input.AdvanceTo(arrived.GetPosition(length));
                await SendAsync(answer);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            return false; // the reader is gone
        }
        finally
        {
            _until = Never;
        }
    }

    // Past the server's pipe, which is empty as long as it was not asked for anything: a page and its head leave in one piece.
    private ValueTask SendAsync(in WireAnswer answer)
    {
        var page = answer.IsKnown ? [] : answer.Page.Bytes;
        var buffer = ArrayPool<byte>.Shared.Rent(WireHits.LongestHead + page.Length);
        var size = hits.WriteHead(answer, buffer);
        page.CopyTo(buffer, size);
        var sending = socket.SendAsync(buffer.AsMemory(0, size + page.Length), SocketFlags.None, CancellationToken.None);
        if (!sending.IsCompletedSuccessfully)
            return AwaitAsync(sending, buffer, page.Length);
        _ = sending.Result;
        ArrayPool<byte>.Shared.Return(buffer);
        return ValueTask.CompletedTask;
    }

    // A reader who takes it slowly.
    private async ValueTask AwaitAsync(ValueTask<int> sending, byte[] buffer, int length)
    {
        _isSending = true;
        _until = Environment.TickCount64 + Grace + (length / BytesPerMillisecond);
        try
        {
            await sending;
        }
        finally
        {
            _until = Never;
            _isSending = false;
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // Once a second, on a thread of the server.
    private void Beat()
    {
        if (Environment.TickCount64 < Volatile.Read(ref _until))
            return;
        _until = Never;
        if (_isSending)
            connection.Abort(new ConnectionAbortedException("The reader takes too long."));
        else
            _input.CancelPendingRead();
    }
}
