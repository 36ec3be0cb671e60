package dev.fleetbooking.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A table of measurements and a table of targets. */
final class Report {

    private final List<String> measured = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();
    private boolean missed;

    /** @param cpu the processor time of a call for client, service and database, in microseconds */
    void measured(String name, String data, String arrivals, Load.Result result, String cpu) {
        var line = "| %-44s | %4s | %-12s | %9.1f | %8.2f | %8.2f | %8.2f | %-26s | %-17s |".formatted(
                name, data, arrivals, result.perSecond(), result.percentile(50), result.percentile(99), result.slowest(),
                result.answers(), cpu);
        measured.add(line);
        System.out.println(line);
    }

    void target(String name, double value, String relation, double bound, String unit) {
        var met = relation.equals("<") ? value < bound : relation.equals("<=") ? value <= bound : value >= bound;
        missed |= !met;
        var line = "| %-6s | %-78s | %10.2f | %2s %9.2f %-6s |".formatted(met ? "met" : "MISSED", name, value, relation, bound, unit);
        targets.add(line);
        System.out.println(line);
    }

    boolean missed() {
        return missed;
    }

    private String text(String machine, List<String> statements) {
        return """
                %s

                | what                                         | data | arrivals     | done/s    | p50 ms   | p99 ms   | slowest  | answers                    | CPU us: c / s / d |
                | -------------------------------------------- | ---- | ------------ | --------- | -------- | -------- | -------- | -------------------------- | ----------------- |
                %s

                CPU: processor time a call, of the client, the service and the database. Open: at a fixed rate, timed from when the call
                should have begun. Closed: each client calls when it was answered. Rounds: all clients call in the same moment, and again when
                the last of them was answered.

                |        | target                                                                         | measured   | asked               |
                | ------ | ------------------------------------------------------------------------------ | ---------- | ------------------- |
                %s

                A booking of the service in SQL, between BEGIN and COMMIT:
                %s
                """.formatted(machine, String.join("\n", measured), String.join("\n", targets), String.join("\n", statements));
    }

    /** @param booking the source of the statements */
    void write(Path file, String machine, List<String> booking) throws IOException {
        var text = text(machine, booking);
        Files.writeString(file, text);
        System.out.println("\n" + text);
    }
}
