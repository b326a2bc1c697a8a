package io.chatmgmt.store.jdbc;

import static io.chatmgmt.store.StoreFixtures.committed;
import static io.chatmgmt.store.StoreFixtures.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatmgmt.conversation.ConversationId;
import io.chatmgmt.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

    private final DataSource database = H2Databases.create();

    @Test
    void tables_are_never_created_unless_asked_for() {
        assertThatThrownBy(() -> JdbcStore.builder(database).build())
                .isInstanceOfSatisfying(SchemaException.class, e -> {
                    assertThat(e.found()).isZero();
                    assertThat(e.needed()).isEqualTo(Schema.VERSION);
                })
                .hasMessageContaining("missing")
                .hasMessageContaining("h2.sql");
    }

    @Test
    void missing_tables_are_created_once() {
        JdbcStore first =
                JdbcStore.builder(database).schema(SchemaCreation.IF_MISSING).build();
        committed(first, opening("c-1"));
        JdbcStore second =
                JdbcStore.builder(database).schema(SchemaCreation.IF_MISSING).build();
        assertThat(second.find(ConversationId.of("c-1"))).isPresent();
        assertThat(JdbcStore.builder(database).build().find(ConversationId.of("c-1")))
                .isPresent();
    }

    @Test
    void tables_of_two_prefixes_know_nothing_of_each_other() {
        JdbcStore one = JdbcStore.builder(database)
                .tablePrefix("one_")
                .schema(SchemaCreation.IF_MISSING)
                .build();
        JdbcStore two = JdbcStore.builder(database)
                .tablePrefix("Two_")
                .schema(SchemaCreation.IF_MISSING)
                .build();
        committed(one, opening("c-1"));
        assertThat(two.find(ConversationId.of("c-1"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void tables_of_another_version_are_refused_and_left_alone(int version) throws SQLException {
        JdbcStore.builder(database).schema(SchemaCreation.IF_MISSING).build();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE chatmgmt_schema SET version = " + version);
        }
        assertThatThrownBy(() -> JdbcStore.builder(database)
                        .schema(SchemaCreation.IF_MISSING)
                        .build())
                .isInstanceOfSatisfying(
                        SchemaException.class, e -> assertThat(e.found()).isEqualTo(version))
                .hasMessageContaining("version " + Schema.VERSION + " is needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a-b", "a b", "x; DROP TABLE y; --", "ä"})
    void a_prefix_is_a_plain_name(String prefix) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> JdbcStore.builder(database).tablePrefix(prefix).build());
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void every_file_says_its_version(Dialect dialect) throws IOException {
        try (InputStream file = Schema.class.getResourceAsStream(dialect.schemaFile())) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("-- chatmgmt schema version " + Schema.VERSION)
                    .endsWith("INSERT INTO chatmgmt_schema (version) VALUES (" + Schema.VERSION + ");\n");
        }
    }

    @Test
    void a_database_that_is_not_there_is_unavailable() {
        JdbcDataSource nowhere = new JdbcDataSource();
        nowhere.setUrl("jdbc:h2:tcp://127.0.0.1:1/nowhere");
        assertThatThrownBy(() -> JdbcStore.builder(nowhere).build())
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.UNAVAILABLE));
    }
}
