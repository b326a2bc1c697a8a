/**
 * A store in a relational database: PostgreSQL, H2, MariaDB or MySQL, by plain JDBC.
 */
@NullMarked
package io.chatmgmt.store.jdbc;

import org.jspecify.annotations.NullMarked;
