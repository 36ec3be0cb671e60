package dev.fleetbooking.postgres.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerEngineIT {

    @Test
    void docker_host_says_where_to_look() {
        assertThat(DockerEngine.addresses("tcp://docker:2375"))
                .singleElement()
                .isInstanceOfSatisfying(InetSocketAddress.class, address -> {
                    assertThat(address.getHostString()).isEqualTo("docker");
                    assertThat(address.getPort()).isEqualTo(2375);
                });
        assertThat(DockerEngine.addresses("unix:///run/user/1000/docker.sock"))
                .containsExactly(UnixDomainSocketAddress.of("/run/user/1000/docker.sock"));
    }

    @Test
    void without_docker_host_it_looks_at_the_usual_sockets() {
        assertThat(DockerEngine.addresses(null)).contains(UnixDomainSocketAddress.of("/var/run/docker.sock"));
        assertThat(DockerEngine.addresses("")).contains(UnixDomainSocketAddress.of("/var/run/docker.sock"));
    }

    @Test
    void an_engine_is_listening_or_not() throws IOException {
        InetSocketAddress address;
        try (ServerSocket engine = new ServerSocket(0)) {
            address = new InetSocketAddress(engine.getInetAddress(), engine.getLocalPort());
            assertThat(DockerEngine.isListening(address)).isTrue();
        }
        assertThat(DockerEngine.isListening(address)).isFalse();
    }

    @Test
    void a_socket_that_does_not_exist_is_no_engine(@TempDir Path directory) {
        assertThat(DockerEngine.isListening(UnixDomainSocketAddress.of(directory.resolve("docker.sock")))).isFalse();
    }
}
