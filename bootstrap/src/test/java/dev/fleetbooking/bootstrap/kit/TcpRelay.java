package dev.fleetbooking.bootstrap.kit;


import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Forwards TCP connections to a server until a test cuts them, or stops all traffic or all replies. */
public final class TcpRelay implements AutoCloseable {

    private final ServerSocket entrance;
    private final String host;
    private final int port;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private volatile boolean cut;
    private boolean silent;
    private String lastWords;
    private boolean mute;

    public TcpRelay(String host, int port) {
        this.host = host;
        this.port = port;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** Closes all connections, and each new one at once. */
    public void cut() {
        cut = true;
        open.forEach(TcpRelay::close);
        open.clear();
    }

    /** Stops all traffic without closing connections, like a host or network that fails. The data is forwarded later. */
    public synchronized void silence() {
        silent = true;
    }

    public synchronized void mend() {
        cut = false;
        silent = false;
        lastWords = null;
        mute = false;
        notifyAll();
    }

    /** Stops all replies on the next connection that sends this text, which the server still gets. */
    public synchronized void muteAfter(String text) {
        mute = false;
        lastWords = text;
    }

    public synchronized boolean isMute() {
        return mute;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        mend();
        cut();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                connect(entrance.accept());
            } catch (IOException closed) {
                // The test is over.
            }
        }
    }

    private void connect(Socket client) {
        open.add(client);
        try {
            var server = new Socket(host, port);
            open.add(server);
            if (cut) {
                cut();
            }
            var muted = new AtomicBoolean();
            Thread.ofVirtual().start(() -> copy(client, server, request -> listenTo(request, muted)));
            Thread.ofVirtual().start(() -> copy(server, client, _ -> !muted.get()));
        } catch (IOException unreachable) {
            close(client);
        }
    }

    private synchronized void awaitSound() throws InterruptedException {
        while (silent) {
            wait();
        }
    }

    private synchronized boolean listenTo(String request, AtomicBoolean muted) {
        if (lastWords != null && request.contains(lastWords)) {
            lastWords = null;
            muted.set(true);
            mute = true;
        }
        return true;
    }

    private void copy(Socket from, Socket to, Predicate<String> mayPass) {
        try (from; to) {
            var buffer = new byte[64 * 1024];
            for (var length = from.getInputStream().read(buffer); length >= 0; length = from.getInputStream().read(buffer)) {
                awaitSound();
                if (mayPass.test(new String(buffer, 0, length, StandardCharsets.ISO_8859_1))) {
                    to.getOutputStream().write(buffer, 0, length);
                }
            }
        } catch (IOException | InterruptedException closed) {
            // The line was cut, here or at the other end.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
