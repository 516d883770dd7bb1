package org.runincident.flow.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlReaderTest {

    @Test
    void an_update_tells_its_table_and_columns() {
        assertThat(read("UPDATE app.jobs j SET j.status = 'FAILED', error = ?, tries = tries + 1 WHERE id = ?"))
                .containsExactly("jobs: status='FAILED' error=:1 tries=..");
    }

    @Test
    void an_insert_tells_what_goes_where() {
        assertThat(read("insert into `jobs` (id, status, error) values (?, 'FAILED', null)"))
                .containsExactly("jobs: id=:1 status='FAILED' error=null");
    }

    @Test
    void a_case_can_be_each_of_its_branches() {
        assertThat(read("update jobs set status = case when n > 3 then 'DEAD' else status end"))
                .containsExactly("jobs: status=['DEAD', ..]");
    }

    @Test
    void a_path_of_an_entity_query_is_its_last_part() {
        assertThat(read("update Job j set j.status = org.example.Status.FAILED where j.id = :id"))
                .containsExactly("Job: status='FAILED'");
    }

    @Test
    void what_an_insert_does_on_conflict_counts_too() {
        assertThat(
                        read(
                                "insert into jobs (id, status) values (?, 'NEW') on conflict (id) do update set status = 'LOST'"))
                .containsExactly("jobs: id=:1 status='NEW'", "jobs: status='LOST'");
    }

    @Test
    void what_no_parser_takes_is_read_by_its_clauses() {
        assertThat(read("<script>UPDATE jobs <set><if test=\"a > 1\">error = #{job.error,jdbcType=VARCHAR},</if>"
                        + " status = 'FAILED'</set> WHERE id = #{id}</script>"))
                .containsExactly("jobs: error=:job.error status='FAILED'");
    }

    @Test
    void both_readers_say_the_same_of_plain_statements() {
        List<String> statements = List.of(
                "UPDATE jobs SET status = 'FAILED' WHERE id = 3",
                "UPDATE jobs SET status = ?, error = ? WHERE id = ?",
                "INSERT INTO jobs (id, status) VALUES (:id, :status)",
                "UPDATE \"JOBS\" SET \"STATUS\" = NULL");
        for (String statement : statements) {
            assertThat(TolerantSql.read(SqlToken.of(statement))).isEqualTo(ParsedSql.read(statement));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id FROM jobs WHERE status = 'FAILED'",
                "DELETE FROM jobs WHERE status = 'FAILED'",
                "UPDATE jobs SET tries = 0 WHERE status = 'FAILED'",
                "Update the status of the job",
                "insert coin",
                "updates status = 'FAILED'",
                "with status",
                "update",
                "update jobs set status",
                "update jobs set status =",
                "insert into jobs (status",
                "update jobs set status = 'FAIL",
                ""
            })
    void what_writes_no_status_is_nothing(String text) {
        assertThat(read(text).stream().filter(write -> write.contains("FAILED")).toList())
                .isEmpty();
    }

    private static List<String> read(String text) {
        return SqlReader.read(text, column -> column.equalsIgnoreCase("status")).stream()
                .map(write -> write.table() + ": "
                        + write.columns().stream()
                                .map(column -> column.name() + "=" + print(column.value()))
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    private static String print(SqlValue value) {
        if (value instanceof SqlValue.Constant constant) {
            return "'" + constant.text() + "'";
        } else if (value instanceof SqlValue.Placeholder placeholder) {
            return ":" + placeholder.key();
        } else if (value instanceof SqlValue.OneOf several) {
            return several.values().stream().map(SqlReaderTest::print).toList().toString();
        }
        return value instanceof SqlValue.Null ? "null" : "..";
    }
}
