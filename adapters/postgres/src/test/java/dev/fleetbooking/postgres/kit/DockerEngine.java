package dev.fleetbooking.postgres.kit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** Whether containers can be started here. */
final class DockerEngine {

    private static final int CONNECT_TIMEOUT_MILLIS = 1_000;

    private DockerEngine() {
    }

    /**
     * Testcontainers decides, but takes seconds and prints stack traces if there is no engine; so it is only called if something
     * listens.
     */
    static boolean answers() {
        return addresses(System.getenv("DOCKER_HOST")).anyMatch(DockerEngine::isListening)
                && DockerClientFactory.instance().isDockerAvailable();
    }

    /** Where Testcontainers looks: at {@code DOCKER_HOST} if it is set, else at the usual sockets. */
    static Stream<SocketAddress> addresses(String dockerHost) {
        if (dockerHost == null || dockerHost.isBlank()) {
            String home = System.getProperty("user.home");
            return Stream.of(
                            Path.of("/var/run/docker.sock"),
                            Path.of(home, ".docker/run/docker.sock"),
                            Path.of(home, ".docker/desktop/docker.sock"))
                    .map(UnixDomainSocketAddress::of);
        }
        URI uri = URI.create(dockerHost);
        return Stream.of("unix".equals(uri.getScheme())
                ? UnixDomainSocketAddress.of(uri.getPath())
                : new InetSocketAddress(uri.getHost(), uri.getPort()));
    }

    static boolean isListening(SocketAddress address) {
        try {
            if (address instanceof UnixDomainSocketAddress) {
                SocketChannel.open(address).close();
            } else {
                try (Socket socket = new Socket()) {
                    socket.connect(address, CONNECT_TIMEOUT_MILLIS);
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
