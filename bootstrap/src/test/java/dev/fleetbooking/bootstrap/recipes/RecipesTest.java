package dev.fleetbooking.bootstrap.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fleetbooking.application.kit.WhatToDo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recipe fits the code as it is. {@link RecipesReplay} runs their commands too. */
@WhatToDo("change the recipe together with the code around its steps: docs/adr/0052-recipes-are-replayed.md")
class RecipesTest {

    private static final int BUDGET = 40_000;

    @TempDir
    private Path folder;

    private static List<Recipe> recipes() {
        return Recipe.all();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void everyStepFitsTheCode(Recipe recipe) throws Exception {
        assertThat(recipe.steps()).hasAtLeastOneElementOfType(Recipe.Command.class);
        for (var step : recipe.steps()) {
            new WorkingCopy(folder).apply(recipe, step);
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void whatIsToBeReadExistsAndHasTheSizeThatIsNamed(Recipe recipe) throws Exception {
        var bytes = 0L;
        for (var file : recipe.filesToRead()) {
            bytes += Files.size(Recipe.ROOT.resolve(file));
        }

        assertThat(bytes).isPositive().isLessThan(BUDGET).isBetween(
                recipe.kilobytes() * 900L - 1_000, recipe.kilobytes() * 1_100L + 1_000);
    }

    @Test
    void linesThatAreMissingOrAmbiguousAreFound() {
        for (var lines : List.of(" nowhere", " ", "-    <module>domain</module>\n-nowhere")) {
            assertThatThrownBy(() -> apply(lines + "\n+<more/>"))
                    .hasMessageContaining("example.md quotes lines of pom.xml")
                    .hasMessageContaining(lines.contains("nowhere") ? "It has no line\n  nowhere\n" : "It has all of them")
                    .hasMessageContaining("Copy them into the page as they are now");
        }
    }

    /** Imports and neighbours come and go. */
    @Test
    void aChangeFitsIfOnlySomeOfTheLinesAroundItDo() throws Exception {
        apply(" nowhere\n     <module>domain</module>\n+    <module>more</module>\n nowhere");

        assertThat(folder.resolve("pom.xml")).content().contains("<module>domain</module>\n    <module>more</module>\n");
    }

    private void apply(String diff) throws Exception {
        var recipe = Recipe.of(Path.of("example.md"), """
                ## Read (1 kB)

                ## Steps

                ```diff file=pom.xml
                %s
                ```
                """.formatted(diff));
        new WorkingCopy(folder).apply(recipe, recipe.steps().getFirst());
    }
}
