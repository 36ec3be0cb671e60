package dev.fleetbooking.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Passes TCP connections on to a server until a test cuts the line. */
final class TcpRelay implements AutoCloseable {

    private final ServerSocket entrance;
    private final String host;
    private final int port;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private volatile boolean cut;

    TcpRelay(String host, int port) {
        this.host = host;
        this.port = port;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Ends every connection, and every new one at once. */
    void cut() {
        cut = true;
        open.forEach(TcpRelay::close);
        open.clear();
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                open.add(client);
                var server = new Socket(host, port);
                open.add(server);
                if (cut) {
                    cut();
                }
                Thread.ofVirtual().start(() -> copy(client, server));
                Thread.ofVirtual().start(() -> copy(server, client));
            } catch (IOException closed) {
                // The test is over, or the server is gone: whoever waits at the other end notices.
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closed) {
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
