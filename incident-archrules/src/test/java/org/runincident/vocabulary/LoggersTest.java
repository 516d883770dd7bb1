package org.runincident.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.runincident.code.TypeName;

class LoggersTest {
    private final Loggers loggers = Vocabulary.defaults().loggers();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.slf4j.Logger",
                "java.util.logging.Logger",
                "java.lang.System.Logger",
                "org.apache.logging.log4j.Logger",
                "org.apache.log4j.Logger",
                "org.apache.commons.logging.Log",
                "org.jboss.logging.Logger",
                "com.google.common.flogger.FluentLogger"
            })
    void known_loggers_by_type(String type) {
        assertThat(loggers.isLogger(TypeName.resolved(type))).isTrue();
    }

    @Test
    void an_unresolved_type_is_known_by_its_simple_name() {
        assertThat(loggers.isLogger(TypeName.written("Logger"))).isTrue();
        assertThat(loggers.isLogger(TypeName.written("Catalog"))).isFalse();
        assertThat(loggers.isLogger(TypeName.UNKNOWN)).isFalse();
    }

    @Test
    void a_resolved_type_of_another_package_is_none() {
        assertThat(loggers.isLogger(TypeName.resolved("shop.timber.Logger"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"log", "LOG", "logger", "LOGGER", "auditLog", "AUDIT_LOGGER", "myLogger"})
    void names_of_loggers(String name) {
        assertThat(loggers.isLoggerName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "catalog", "dialog", "login", "backlog", "logicalPlan", "loggerName"})
    void names_that_merely_hold_log(String name) {
        assertThat(loggers.isLoggerName(name)).isFalse();
    }

    @Test
    void levels_and_their_tests() {
        assertThat(loggers.isLevel("warn")).isTrue();
        assertThat(loggers.isLevel("getName")).isFalse();
        assertThat(loggers.isLevelTest("isDebugEnabled")).isTrue();
        assertThat(loggers.isLevelTest("isLoggable")).isTrue();
        assertThat(loggers.isLevelTest("isEmpty")).isFalse();
        assertThat(loggers.level("atWarn")).isEqualTo("warn");
        assertThat(loggers.level("SEVERE")).isEqualTo("severe");
    }
}
