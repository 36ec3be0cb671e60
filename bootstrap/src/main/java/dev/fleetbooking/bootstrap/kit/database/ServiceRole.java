package dev.fleetbooking.bootstrap.kit.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.postgresql.util.PasswordUtil;
import org.springframework.core.io.ClassPathResource;

/**
 * The only role that can log in to the embedded PostgreSQL. It owns the database and is not a superuser.
 *
 * <p>PostgreSQL's single-user mode creates it while no server runs, so nobody can ever log in without a password.
 */
final class ServiceRole {

    static final String NAME = "fleet";
    static final String DATABASE = "postgres";

    private static final int PASSWORD_BITS = 192;
    private static final String PG_HBA = """
            # Written at each start.
            host postgres fleet 127.0.0.1/32 scram-sha-256
            host postgres fleet ::1/128 scram-sha-256
            """;

    private final DataDirectory directory;
    private final boolean isNew;
    private final String password;

    /** Uses the password in the directory; if there is none, the role gets a new one. */
    ServiceRole(DataDirectory directory) throws IOException {
        this.directory = directory;
        this.isNew = !Files.exists(directory.password());
        this.password = isNew
                ? new BigInteger(PASSWORD_BITS, new SecureRandom()).toString(Character.MAX_RADIX)
                : Files.readString(directory.password());
    }

    String password() {
        return password;
    }

    /**
     * Makes the role the only one that can log in, and the owner of everything that exists. The password is stored last, so
     * that after a crash the next start does everything again.
     */
    void establish() {
        try {
            Files.writeString(directory.cluster().resolve("pg_hba.conf"), PG_HBA);
            if (isNew) {
                var sql = new ClassPathResource("service-role.sql").getContentAsString(StandardCharsets.UTF_8);
                // PostgreSQL gets only the hash, because its log quotes failed statements.
                runInSingleUserMode(sql.replace("${verifier}", PasswordUtil.encodeScramSha256(password.toCharArray())));
                directory.keepPassword(password);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void runInSingleUserMode(String sql) throws IOException {
        // PostgreSQL refuses to run as root. The library starts the server in the same way.
        var launcher = LinuxUtils.isUnshareAvailable() ? Stream.of("unshare", "-U") : Stream.<String>empty();
        var command = Stream.concat(launcher, Stream.of(
                directory.postgres().toString(), "--single", "-j", "-D", directory.cluster().toString(),
                "-c", "exit_on_error=on", DATABASE));
        var log = ProcessBuilder.Redirect.appendTo(directory.serverLog().toFile());
        var process = new ProcessBuilder(command.toList()).redirectOutput(log).redirectError(log).start();
        try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
            input.write(sql);
        }
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("PostgreSQL did not make the role " + NAME + ".");
        }
    }
}
