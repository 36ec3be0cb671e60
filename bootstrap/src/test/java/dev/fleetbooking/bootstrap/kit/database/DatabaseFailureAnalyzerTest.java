package dev.fleetbooking.bootstrap.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class DatabaseFailureAnalyzerTest {

    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("spring.datasource.url", "jdbc:postgresql://db:5432/fleet?password=hush");

    @ParameterizedTest
    @CsvSource({
        "08001, Start PostgreSQL there",
        "28P01, Correct spring.datasource.username",
        "28000, Correct spring.datasource.username",
        "3D000, Create that database",
    })
    void aRefusedConnectionIsExplained(String sqlState, String action) {
        var analysis = analyze(sqlState);

        assertThat(analysis.getDescription())
                .isEqualTo("The database at jdbc:postgresql://db:5432/fleet cannot be used: refused");
        assertThat(analysis.getAction()).startsWith(action);
    }

    @Test
    void aFailingStatementIsADefectAndKeepsItsStackTrace() {
        assertThat(analyze("42601")).isNull();
        assertThat(analyze(null)).isNull();
    }

    @Test
    void anInvalidUrlIsExplainedWithoutPrintingIt() {
        environment.setProperty("spring.datasource.url", "postgres://fleet:hush@db/fleet");

        var analysis = new DatabaseFailureAnalyzer(environment).analyze(new BeanCreationException("any"));

        assertThat(analysis.getDescription()).contains("spring.datasource.url").doesNotContain("hush");
        assertThat(analysis.getAction()).contains("jdbc:postgresql://host:port/database");
    }

    @Test
    void aValidUrlIsNotBlamed() {
        assertThat(new DatabaseFailureAnalyzer(environment).analyze(new BeanCreationException("any"))).isNull();
    }

    private FailureAnalysis analyze(String sqlState) {
        return new DatabaseFailureAnalyzer(environment)
                .analyze(new BeanCreationException("dataSource", new SQLException("refused", sqlState)));
    }
}
