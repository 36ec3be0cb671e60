package dev.fleetbooking.bootstrap.recipes;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Follows every recipe in a copy of the repository, commands included. {@code -Drecipe=add-a-field} follows one. */
class RecipesReplay {

    private static List<Recipe> recipes() {
        var one = System.getProperty("recipe", "");
        return Recipe.all().stream().filter(recipe -> recipe.page().getFileName().toString().startsWith(one)).toList();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void theCommandsGiveWhatTheRecipeSays(Recipe recipe, @TempDir Path folder) throws Exception {
        var copy = WorkingCopy.complete(folder);
        for (var step : recipe.steps()) {
            copy.apply(recipe, step);
            if (step instanceof Recipe.Command command) {
                copy.run(command);
            }
        }
    }
}
