package dev.fleetbooking.bootstrap.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

@Execution(CONCURRENT)
class PackagedJarIT {

    @Test
    void theFirstStartWritesAClassArchiveThatTheNextStartUses() throws Exception {
        assertThat(PackagedService.ARCHIVE).isNotEmptyFile();

        // "on": the JVM exits at once if it cannot use the archive.
        PackagedService.serve("-Xshare:on " + PackagedService.ARGUMENTS.replace("-XX:+AutoCreateSharedArchive ", ""));
    }
}
