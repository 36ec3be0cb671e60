package dev.fleetbooking.bootstrap;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleetbooking.application.kit.WhatToDo;
import dev.fleetbooking.domain.booking.BookingLifeCycle;
import dev.fleetbooking.domain.kit.LifeCycle;
import dev.fleetbooking.domain.maintenance.MaintenanceLifeCycle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The diagrams in the README agree with the state tables; if not, the failure prints the right diagram. */
@WhatToDo("put the diagram that was expected into the README: docs/recipes/add-a-transition.md")
class LifeCycleDiagramTest {

    private static final Pattern DIAGRAM = Pattern.compile("```mermaid\n.*?```\n", Pattern.DOTALL);

    @Test
    void theDiagramsInTheReadmeAgreeWithTheStateTables() throws Exception {
        var readme = Files.readString(Path.of("..", "README.md"));

        assertThat(DIAGRAM.matcher(readme).results().map(MatchResult::group))
                .containsExactly(diagram(BookingLifeCycle.TABLE), diagram(MaintenanceLifeCycle.TABLE));
    }

    private static String diagram(LifeCycle<?, ?> table) {
        return Stream.concat(table.rows().stream().map(LifeCycleDiagramTest::arrow), ends(table))
                .collect(joining("\n    ", "```mermaid\nstateDiagram-v2\n    ", "\n```\n"));
    }

    private static String arrow(LifeCycle.Row<? extends Enum<?>, ? extends LifeCycle.Transition> row) {
        return "%s --> %s: %s".formatted(row.from().map(Enum::name).orElse("[*]"), row.to(), row.by().label());
    }

    private static <S extends Enum<S>> Stream<String> ends(LifeCycle<S, ?> table) {
        return table.rows().stream()
                .map(LifeCycle.Row::to)
                .distinct()
                .filter(table::isTerminal)
                .map("%s --> [*]"::formatted);
    }
}
